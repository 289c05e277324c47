package dev.ashlar.testkit.contract;

import dev.ashlar.testkit.ConnectorRule;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/**
 * One promise, tried in one way.
 *
 * @param rule the promise
 * @param name how it is tried, as a sentence
 * @param body what fails where it is not kept
 */
record Check(ConnectorRule rule, String name, Body body) {

  /** What is tried in a fresh environment. */
  interface Body {
    void run(Lab lab) throws Exception;
  }

  /** What is tried on an object that the engine made. A method with type parameters of its own. */
  interface DirectBody {
    <S, O> void run(Lab lab, Made<S, O> made) throws Exception;
  }

  /** What has to be so for a check to make sense: why it does not, if it does not. */
  interface Condition extends Function<Lab, Optional<String>> {}

  static Check direct(ConnectorRule rule, String name, DirectBody body) {
    return direct(rule, name, lab -> Optional.empty(), body);
  }

  static Check direct(ConnectorRule rule, String name, Condition condition, DirectBody body) {
    return new Check(
        rule,
        name,
        lab -> {
          condition.apply(lab).ifPresent(Check::skip);
          run(lab, lab.made(), body);
        });
  }

  /** The connector must be able to do this. */
  static Condition is(Class<?> ability) {
    return lab ->
        unless(
            ability.isInstance(lab.connector()), "the connector is not " + ability.getSimpleName());
  }

  /** No reason if the condition holds. */
  static Optional<String> unless(boolean holds, String why) {
    return holds ? Optional.empty() : Optional.of(why);
  }

  private static <S, O> void run(Lab lab, Made<S, O> made, DirectBody body) throws Exception {
    body.run(lab, made);
  }

  /** The check as a test; whatever it does, what it made is taken away. */
  DynamicTest test(Samples samples, int number) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          String exception = samples.exceptions().get(rule);
          if (exception != null) {
            skip(exception);
          }
          run(samples, number);
        });
  }

  /** What is left over counts also where the check could not be made. */
  private void run(Samples samples, int number) throws Exception {
    try (Lab lab = new Lab(samples, number)) {
      body.run(lab);
    } catch (TestAbortedException aborted) {
      for (Throwable problem : aborted.getSuppressed()) {
        if (problem instanceof Violation violation) {
          throw violation;
        }
      }
      throw aborted;
    }
  }

  /** Ends a check that cannot be made here. */
  static void skip(String why) {
    Assumptions.abort("not checked: " + why);
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
