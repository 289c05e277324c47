package dev.ashlar.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The entries of a map value are a sorted map like any other, and cannot be changed. */
class MapEntriesTest {
  private static final SortedMap<String, Value> ABC =
      Value.map(Map.of("b", Value.of(2), "a", Value.of(1), "c", Value.of(3))).entries();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void agreeWithATreeMapOfTheSameEntries(long seed) {
    Random random = new Random(seed);
    TreeMap<String, Value> model = new TreeMap<>();
    for (int i = random.nextInt(30); i > 0; i--) {
      model.put("k" + random.nextInt(40), Value.of(random.nextInt(3)));
    }

    SortedMap<String, Value> entries = Value.map(new HashMap<>(model)).entries();

    assertThat(entries).isEqualTo(model).hasSameHashCodeAs(model).hasToString(model.toString());
    assertThat(model).isEqualTo(entries);
    assertThat(entries.keySet()).containsExactlyElementsOf(model.keySet());
    assertThat(entries.values()).containsExactlyElementsOf(model.values());
    assertThat(entries.comparator()).isNull();
    Map<String, Value> visited = new LinkedHashMap<>();
    entries.forEach(visited::put);
    assertThat(visited.entrySet()).containsExactlyElementsOf(model.entrySet());
    for (int i = 0; i < 40; i++) {
      assertThat(entries.get("k" + i)).isEqualTo(model.get("k" + i));
      assertThat(entries.containsKey("k" + i)).isEqualTo(model.containsKey("k" + i));
      assertThat(entries.headMap("k" + i)).isEqualTo(model.headMap("k" + i));
      assertThat(entries.tailMap("k" + i)).isEqualTo(model.tailMap("k" + i));
    }
    assertThat(entries.subMap("k1", "k3")).isEqualTo(model.subMap("k1", "k3"));
  }

  @Test
  void comeInTheOrderOfTheirKeysWhateverTheOrderOfTheMapGiven() {
    TreeMap<String, Value> reversed = new TreeMap<>(Comparator.reverseOrder());
    reversed.putAll(ABC);

    assertThat(Value.map(reversed).entries().keySet()).containsExactly("a", "b", "c");
    assertThat(ABC.firstKey()).isEqualTo("a");
    assertThat(ABC.lastKey()).isEqualTo("c");
  }

  @Test
  void cannotBeChanged() {
    assertThatThrownBy(() -> ABC.put("d", Value.NULL))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> ABC.remove("a")).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> ABC.clear()).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> ABC.headMap("b").clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> ABC.entrySet().iterator().next().setValue(Value.NULL))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void doNotFollowTheMapTheyWereCopiedFrom() {
    TreeMap<String, Value> source = new TreeMap<>(ABC);
    Value.MapValue map = new Value.MapValue(source);

    source.put("d", Value.NULL);

    assertThat(map.entries()).containsOnlyKeys("a", "b", "c");
  }

  @Test
  void ofNothingHaveNoFirstKey() {
    assertThat(Value.map(Map.of())).isEqualTo(Value.MapValue.EMPTY);
    assertThatThrownBy(() -> Value.MapValue.EMPTY.entries().firstKey())
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void sayWhetherAnythingDeepInsideIsUnknownOrSecret() {
    Value plain = Value.map(Map.of("x", Value.list(Value.of(1))));
    Value unknown = Value.map(Map.of("x", Value.list(Value.unknown(ValueType.ANY))));
    Value secret = Value.map(Map.of("x", Value.list(Value.secret(Value.of(1)))));

    assertThat(plain.isKnown()).isTrue();
    assertThat(plain.hasSecret()).isFalse();
    assertThat(Value.map(Map.of("y", unknown)).isKnown()).isFalse();
    assertThat(Value.map(Map.of("y", secret)).hasSecret()).isTrue();
  }
}
