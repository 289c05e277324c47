package dev.ashlar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Diagnostic;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WarningsTest {
  private static List<String> codes(Environment environment) {
    try (Ashlar ashlar = Ashlar.builder().build()) {
      return ashlar.open(environment).check().join().stream().map(Diagnostic::code).toList();
    }
  }

  private static Environment environment() {
    return Environment.of("e", Blueprint.named("b").build());
  }

  @Test
  void whatHasNoEffectYetIsSaidOnceForEachPart() {
    Environment all =
        environment()
            .policies(List.of("baseline"))
            .approvals(Map.of("promote", List.of("release-managers")));
    assertThat(codes(all)).containsExactly("graph.no-effect-yet");
  }

  @Test
  void whatAsksForNothingIsNotWarnedOf() {
    assertThat(codes(environment().approvals(Map.of("apply", List.of(), "promote", List.of()))))
        .isEmpty();
  }

  @Test
  void approvalsThatAreAskedForAreNotWarnedOf() {
    assertThat(codes(environment().approvals(Map.of("destroy", List.of("a"))))).isEmpty();
  }
}
