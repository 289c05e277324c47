package dev.ashlar.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;

/** The order of the house: who may know whom. */
class FloorsTest {
  private final JavaClasses core = CoreClasses.ALL;

  @Test
  void theScanFoundTheHouse() {
    assertThat(core).hasSizeGreaterThan(10);
    assertThat(core).extracting(JavaClass::getPackageName).contains("dev.ashlar.value");
    assertThat(core).extracting(JavaClass::getSimpleName).doesNotContain("FloorsTest");
  }

  @Test
  void everyPackageHasItsFloor() {
    assertThat(core)
        .allSatisfy(type -> assertThat(Floors.ORDER).contains(Floors.of(type.getPackageName())));
  }

  @Test
  void aFloorKnowsOnlyWhatStandsBelowIt() {
    classes().should(lookOnlyDown()).check(core);
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching("dev.ashlar.(*)..").should().beFreeOfCycles().check(core);
  }

  @Test
  void onlyTheExpressionLanguageKnowsCel() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.ashlar.expression..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.ashlar.cel..")
        .check(core);
  }

  private static ArchCondition<JavaClass> lookOnlyDown() {
    return new ArchCondition<>("know only the floors below") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        int own = Floors.ORDER.indexOf(Floors.of(type.getPackageName()));
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass().getBaseComponentType();
          if (Floors.holds(target)
              && Floors.ORDER.indexOf(Floors.of(target.getPackageName())) > own) {
            events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
          }
        }
      }
    };
  }
}
