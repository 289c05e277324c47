package dev.ashlar.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapStackTest {
  private final MapStack stack = new MapStack();

  @Test
  void mapsAreBuiltFromTheInsideOut() {
    int outer = stack.mark();
    stack.push("b", Value.of(1));
    int inner = stack.mark();
    stack.push("x", Value.of(2));
    Value.MapValue x = stack.pop(inner);
    stack.push("a", x);

    assertThat(stack.pop(outer)).isEqualTo(Value.map(Map.of("a", x, "b", Value.of(1))));
    assertThat(stack.mark()).isEqualTo(outer);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 63, 64, 65, 1_000})
  void anyNumberOfEntriesMayComeInAnyOrder(int count) {
    TreeMap<String, Value> expected = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      expected.put("k" + i, Value.of(i));
    }
    List<String> order = new ArrayList<>(expected.keySet());
    Collections.shuffle(order, new Random(count));

    int mark = stack.mark();
    order.forEach(key -> stack.push(key, expected.get(key)));

    assertThat(stack.pop(mark).entries()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 100})
  void aKeyThatStandsTwiceIsRefused(int count) {
    int mark = stack.mark();
    for (int i = 1; i < count; i++) {
      stack.push("k" + i, Value.NULL);
    }
    stack.push("k1", Value.NULL);

    assertThatThrownBy(() -> stack.pop(mark)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsDroppedLeavesNoTrace() {
    int mark = stack.mark();
    stack.push("a", Value.of(1));

    stack.drop(mark);
    stack.push("b", Value.of(2));

    assertThat(stack.pop(mark)).isEqualTo(Value.map(Map.of("b", Value.of(2))));
  }

  @Test
  void mapsWithTheSameKeysKeepTheirOwnValues() {
    stack.push("a", Value.of(1));
    Value.MapValue first = stack.pop(0);
    stack.push("a", Value.of(2));
    Value.MapValue second = stack.pop(0);

    assertThat(first.get("a")).isEqualTo(Value.of(1));
    assertThat(second.get("a")).isEqualTo(Value.of(2));
  }
}
