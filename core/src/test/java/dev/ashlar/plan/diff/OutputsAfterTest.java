package dev.ashlar.plan.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape.Primitive;
import dev.ashlar.schema.Stability;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutputsAfterTest {
  private static final ResourceSchema SCHEMA =
      ResourceSchema.builder("t::Thing")
          .addOutput(Attribute.of("stable", Primitive.STRING))
          .addOutput(
              Attribute.builder("counter", Primitive.INTEGER).stability(Stability.VOLATILE).build())
          .addOutput(
              Attribute.builder("bySize", Primitive.STRING)
                  .stability(Stability.changedBy(List.of(ValuePath.of("size", "inner"))))
                  .build())
          .addOutput(Attribute.builder("secret", Primitive.STRING).sensitive().build())
          .build();
  private static final Value.MapValue KNOWN =
      Value.map(
          Map.of(
              "stable", Value.of("s"),
              "counter", Value.of(1),
              "bySize", Value.of("b"),
              "secret", Value.secret(Value.of("x"))));

  private static List<String> unknown(Value.MapValue outputs) {
    return outputs.entries().entrySet().stream()
        .filter(each -> !each.getValue().isKnown())
        .map(Map.Entry::getKey)
        .toList();
  }

  @Test
  void ofANewObjectNoneIsKnownAndSecretsAreSecret() {
    Value.MapValue outputs = OutputsAfter.creation(SCHEMA);
    assertThat(unknown(outputs)).containsExactly("bySize", "counter", "secret", "stable");
    assertThat(outputs.get("secret").hasSecret()).isTrue();
  }

  @Test
  void aChangeLeavesStableOnesKnown() {
    assertThat(unknown(OutputsAfter.update(SCHEMA, KNOWN, List.of(ValuePath.of("other")))))
        .containsExactly("counter");
  }

  @Test
  void aChangeOfAnInputOrOfWhatHoldsItOrOfAPartChangesItsOutputs() {
    for (ValuePath path :
        List.of(
            ValuePath.of("size"),
            ValuePath.of("size", "inner"),
            ValuePath.of("size", "inner", "part"))) {
      assertThat(unknown(OutputsAfter.update(SCHEMA, KNOWN, List.of(path))))
          .as("%s", path)
          .containsExactly("bySize", "counter");
    }
    assertThat(unknown(OutputsAfter.update(SCHEMA, KNOWN, List.of(ValuePath.of("size", "x")))))
        .containsExactly("counter");
  }

  @Test
  void nothingChangesWithoutAChange() {
    assertThat(OutputsAfter.update(SCHEMA, KNOWN, List.of())).isEqualTo(KNOWN);
  }
}
