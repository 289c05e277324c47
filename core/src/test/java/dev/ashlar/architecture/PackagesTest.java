package dev.ashlar.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * The wall around the house: what is exported, and that all of it is null-marked and documented.
 */
class PackagesTest {
  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Pattern EXPORT = Pattern.compile("(?m)^\\s*exports\\s+([\\w.]+)");

  /**
   * The end of an import, package or annotation line, and then a public type: no Javadoc between.
   */
  private static final Pattern UNDOCUMENTED =
      Pattern.compile(
          "(?:^|;)\\s+(?:@[^\\n]*\\n)*public [\\w -]*(?:class|@?interface|enum|record) \\w");

  private final JavaClasses core = CoreClasses.ALL;

  @Test
  void everyPackageIsNullMarked() {
    assertThat(packages())
        .isNotEmpty()
        .allSatisfy(
            name ->
                assertThat(core.getPackage(name).isAnnotatedWith(NullMarked.class))
                    .as("%s has a package-info with @NullMarked", name)
                    .isTrue());
  }

  @Test
  void everyFloorOfTheApiIsExportedAndNothingElse() throws IOException {
    Set<String> api =
        Floors.ORDER.stream()
            .filter(floor -> !Floors.INTERNAL.contains(floor))
            .map(Floors::packageOf)
            .filter(this::hasPublicTypes)
            .collect(toCollection(TreeSet::new));

    assertThat(exported()).isNotEmpty().isEqualTo(api);
  }

  @Test
  void everyExportedTypeIsDocumented() throws IOException {
    List<Path> undocumented = new ArrayList<>();
    for (String name : exported()) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder(name), "*.java")) {
        for (Path file : files) {
          if (UNDOCUMENTED.matcher(Files.readString(file)).find()) {
            undocumented.add(file);
          }
        }
      }
    }
    assertThat(undocumented).isEmpty();
  }

  private static Set<String> exported() throws IOException {
    Set<String> names = new TreeSet<>();
    Matcher export = EXPORT.matcher(Files.readString(SOURCES.resolve("module-info.java")));
    while (export.find()) {
      names.add(export.group(1));
    }
    return names;
  }

  private Set<String> packages() {
    return core.stream().map(JavaClass::getPackageName).collect(toCollection(TreeSet::new));
  }

  private boolean hasPublicTypes(String packageName) {
    return core.stream()
        .filter(type -> type.getPackageName().equals(packageName))
        .anyMatch(type -> type.getModifiers().contains(JavaModifier.PUBLIC));
  }

  private static Path folder(String packageName) {
    return SOURCES.resolve(packageName.replace('.', '/'));
  }
}
