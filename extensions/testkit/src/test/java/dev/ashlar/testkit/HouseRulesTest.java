package dev.ashlar.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** The rules of the house, as far as they make sense for a kit. */
class HouseRulesTest {
  private final JavaClasses kit =
      new ClassFileImporter()
          .importUrl(PlanAssert.class.getProtectionDomain().getCodeSource().getLocation());

  @Test
  void somethingWasScanned() {
    assertThat(kit.size()).isGreaterThan(40);
  }

  @Test
  void aNameSaysWhatAThingIs() {
    noClasses().should().haveNameMatching(".*(Manager|Utils?|Helper|Impl)").check(kit);
  }

  @Test
  void nothingIsKeptInStatics() {
    fields().that().areStatic().should().beFinal().check(kit);
  }

  @Test
  void nothingHangsOnTheThread() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ThreadLocal.class)
        .orShould()
        .callMethod(Thread.class, "getContextClassLoader")
        .orShould()
        .callMethod(Thread.class, "sleep", long.class)
        .check(kit);
  }

  @Test
  void nothingIsPrinted() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(kit);
  }

  /** What core does not export cannot be seen from a module. */
  @Test
  void onlyWhatCoreExportsIsUsed() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.ashlar.connector.call..",
            "dev.ashlar.connector.session..",
            "dev.ashlar.plan.digest..",
            "dev.ashlar.memory.cloud..",
            "dev.ashlar.memory.simulation..",
            "dev.ashlar.state.store..")
        .check(kit);
  }

  @Test
  void theAssertionsKnowNothingOfTheContracts() {
    classes()
        .that()
        .resideInAPackage("dev.ashlar.testkit.assertion")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.ashlar.testkit.assertion", "java..", "org.jspecify..")
        .check(kit);
  }
}
