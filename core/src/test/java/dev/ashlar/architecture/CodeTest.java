package dev.ashlar.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.google.common.collect.ImmutableSet;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** What no class of ours does: many engines share one JVM, and a plan is the same on any day. */
class CodeTest {
  private static final ImmutableSet<String> PURE =
      ImmutableSet.of("value", "diagnostic", "schema", "expression", "blueprint", "graph", "plan");

  private final JavaClasses core = CoreClasses.ALL;

  @Test
  void aNameSaysWhatAThingIs() {
    noClasses().should().haveNameMatching(".*(Manager|Utils?|Helper|Impl)").check(core);
  }

  @Test
  void nothingIsKeptInStatics() {
    fields()
        .that(areStaticOfOurs())
        .should()
        .beFinal()
        .andShould()
        .notHaveRawType(thatCanChange())
        .check(core);
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
        .callMethod(ServiceLoader.class, "load", Class.class)
        .because("an embedder's threads carry class loaders that have nothing to do with us")
        .check(core);
  }

  @Test
  void nothingIsPrinted() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(core);
  }

  @Test
  void planningAsksNeitherTheClockNorChance() {
    noClasses()
        .that(standOnAPureFloor())
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(Clock.class, "instant")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Random.class, ThreadLocalRandom.class)
        .because("the same inputs give the same plan; the moment of decision is one of them")
        .check(core);
  }

  private static DescribedPredicate<JavaClass> standOnAPureFloor() {
    return DescribedPredicate.describe(
        "stand on a pure floor", type -> PURE.contains(Floors.of(type.getPackageName())));
  }

  /** The compiler's own, like the table behind a switch over an enum, are no concern of ours. */
  private static DescribedPredicate<JavaField> areStaticOfOurs() {
    return DescribedPredicate.describe(
        "are static",
        field ->
            field.getModifiers().contains(JavaModifier.STATIC)
                && !field.getModifiers().contains(JavaModifier.SYNTHETIC));
  }

  /** By the declared type: a private array serves as a table, all else can be had immutable. */
  private static DescribedPredicate<JavaClass> thatCanChange() {
    return DescribedPredicate.describe(
        "that can change",
        type ->
            type.getPackageName().startsWith("java.util.concurrent.atomic")
                || (type.isAssignableTo(java.util.Collection.class)
                        || type.isAssignableTo(java.util.Map.class))
                    && !type.isInterface()
                    && !type.getPackageName().startsWith("com.google.common")
                || type.isAssignableTo(StringBuilder.class));
  }
}
