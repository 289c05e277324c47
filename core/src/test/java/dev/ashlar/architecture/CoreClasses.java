package dev.ashlar.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** Core's own classes: no jar's, no test's. */
final class CoreClasses {
  static final JavaClasses ALL = read();

  private CoreClasses() {}

  private static JavaClasses read() {
    String tests = CoreClasses.class.getProtectionDomain().getCodeSource().getLocation().toString();
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeJars())
        .withImportOption(location -> !location.asURI().toString().startsWith(tests))
        .importPackages("dev.ashlar");
  }
}
