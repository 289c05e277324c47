package dev.ashlar.memory.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.connector.Failure;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A failure says the same on both sides. */
class FailureFormTest {
  private static final List<Failure> ALL =
      List.of(
          Failure.throttled(Duration.ofSeconds(3)),
          Failure.temporary("an outage"),
          Failure.conflict("another change"),
          Failure.notFound("no network net-1"),
          Failure.alreadyExists("a queue jobs"),
          Failure.unauthenticated("no credentials"),
          Failure.denied("memory:CreateQueue", "not for you"),
          Failure.invalid("no range"),
          Failure.quota("ten and no more"),
          Failure.needsReplacement("the zone"),
          Failure.inDoubt("the line broke"),
          Failure.broken("a defect").withId("q-1").withRetryAfter(Duration.ofMillis(5)));

  @Test
  void everyKindArrivesWithAllThatCameWithIt() {
    assertThat(ALL).extracting(Failure::kind).containsExactlyElementsOf(kinds());
    for (Failure failure : ALL) {
      Failure heard = heard(FailureForm.of(failure));

      assertThat(heard).usingRecursiveComparison().as("%s", failure).isEqualTo(failure);
    }
  }

  private static List<Failure.Kind> kinds() {
    return Arrays.asList(Failure.Kind.values());
  }

  private static Failure heard(Value.MapValue form) {
    return FailureForm.read(Wire.read(Wire.write(form)).message(FailureForm.FIELD));
  }
}
