package dev.ashlar.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.ValueType;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Paths and constants: what most expressions are, and what needs no CEL. */
class PlainPathTest {
  private final World world = World.of(new Expressions(Limits.STANDARD, System::nanoTime));

  @Test
  void aPathReadsAnAttribute() {
    assertThat(world.value("key.Arn")).isEqualTo(Value.of("arn:key"));
    assertThat(world.compiled("key.Arn").type()).isEqualTo(ValueType.STRING);
    assertThat(world.compiled("key.Arn").references())
        .containsExactly(new Reference("key", ValuePath.of("Arn"), false));
  }

  @Test
  void aPathReadsAnInstanceByItsKey() {
    assertThat(world.value("uploads[\"a\"].Arn")).isEqualTo(Value.of("arn:a"));
    assertThat(world.value("uploads['a'].Tags[0].Value")).isEqualTo(Value.of("v-a"));
  }

  @Test
  void aNumberAloneIsExactAtAnySize() {
    assertThat(world.value("123456789012345678901234567890"))
        .isEqualTo(Value.of(new BigDecimal("123456789012345678901234567890")));
  }

  @Test
  void anUnknownNameComesWithTheNearestOne() {
    assertThat(world.refused("uplods[\"a\"].Arn"))
        .isEqualTo(
            new Problem(
                ExpressionProblems.UNKNOWN_NAME,
                "There is no \"uplods\" here. Did you mean \"uploads\"?",
                0));
  }

  @Test
  void anUnknownAttributeComesWithTheNearestOne() {
    assertThat(world.refused("key.Arm"))
        .isEqualTo(
            new Problem(
                ExpressionProblems.UNKNOWN_ATTRIBUTE,
                "\"key\" (test::Bucket) has no attribute \"Arm\". Did you mean \"Arn\"?",
                4));
  }
}
