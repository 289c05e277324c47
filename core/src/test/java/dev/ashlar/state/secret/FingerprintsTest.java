package dev.ashlar.state.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.state.Samples;
import dev.ashlar.value.Value;
import dev.ashlar.value.digest.Sha256;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
  private final Fingerprints fingerprints = TestKeyrings.of(Samples.STAGING, 1).fingerprints();

  @Test
  void equalValuesHaveEqualFingerprintsWhetherMarkedSecretOrNot() {
    String one = fingerprints.of(Value.secret(Value.of("hunter2")));

    assertThat(one).isEqualTo(fingerprints.of(Value.of("hunter2"))).matches("fp:[0-9a-f]{32}");
    assertThat(TestKeyrings.of(Samples.STAGING, 1).fingerprints().of(Value.of("hunter2")))
        .isEqualTo(one);
  }

  @Test
  void otherValuesHaveOthersAlsoDeepInside() {
    Value one = Value.map(Map.of("a", Value.secret(Value.of("x"))));
    Value two = Value.map(Map.of("a", Value.secret(Value.of("y"))));

    assertThat(fingerprints.of(one)).isNotEqualTo(fingerprints.of(two));
    assertThat(fingerprints.of(Value.of("1"))).isNotEqualTo(fingerprints.of(Value.of(1)));
  }

  @Test
  void withoutTheKeyNobodyCanTryGuesses() {
    Environment.Id other = new Environment.Id("acme", "other");

    assertThat(fingerprints.of(Value.of("hunter2")))
        .isNotEqualTo(TestKeyrings.of(other, 2).fingerprints().of(Value.of("hunter2")))
        .doesNotContain(Sha256.of("hunter2").substring(0, 8))
        .doesNotContain(Sha256.of("\"hunter2\"").substring(0, 8));
  }

  @Test
  void aSealChangesWithEveryByte() {
    assertThat(fingerprints.seal(new byte[] {1, 2}))
        .hasSize(64)
        .isEqualTo(fingerprints.seal(new byte[] {1, 2}))
        .isNotEqualTo(fingerprints.seal(new byte[] {1, 3}));
  }
}
