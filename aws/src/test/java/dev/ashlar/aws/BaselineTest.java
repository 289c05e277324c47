package dev.ashlar.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Ashlar;
import dev.ashlar.governance.PolicyPack;
import org.junit.jupiter.api.Test;

/** The engine's own policies, held against the types of AWS. */
class BaselineTest {
  @Test
  void everyTypeAndAttributeThatItNamesIsThere() {
    try (Ashlar ashlar = Ashlar.builder().addProvider(new AwsProvider()).build()) {
      assertThat(ashlar.check(PolicyPack.baseline())).isEmpty();
      assertThat(ashlar.catalog().types())
          .containsAll(
              PolicyPack.baseline().rules().stream()
                  .flatMap(rule -> rule.match().types().stream())
                  .filter(type -> type.startsWith("AWS::"))
                  .toList());
    }
  }
}
