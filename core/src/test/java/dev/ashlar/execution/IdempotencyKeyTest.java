package dev.ashlar.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.execution.key.IdempotencyKey;
import dev.ashlar.execution.rig.Draft;
import dev.ashlar.schema.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A cloud recognises an operation by its key, for ever. */
class IdempotencyKeyTest {
  private static String key(String lineage, long serial, String address, int incarnation) {
    return IdempotencyKey.of(lineage, serial, Draft.id(address, incarnation), Operation.CREATE, 1);
  }

  @Test
  void theKeyOfAnOperationNeverChanges() {
    assertThat(key("0123456789abcdef", 7, "uploads[\"a\"]", 2))
        .isEqualTo(key("0123456789abcdef", 7, "uploads[\"a\"]", 2))
        .hasSize(64)
        .matches("[0-9a-f]+");
  }

  @Test
  void whateverDiffersMakesAnotherKey() {
    assertThat(
            List.of(
                key("l", 1, "a", 1),
                key("m", 1, "a", 1),
                key("l", 2, "a", 1),
                key("l", 1, "b", 1),
                key("l", 1, "a", 2),
                key("l", 11, "a", 1),
                key("l1", 1, "a", 1),
                IdempotencyKey.of("l", 1, Draft.id("a"), Operation.DELETE, 1),
                IdempotencyKey.of("l", 1, Draft.id("a"), Operation.CREATE, 2)))
        .doesNotHaveDuplicates();
  }
}
