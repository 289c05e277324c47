package dev.ashlar.value.keyed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A map by texts is what a sorted map of the same entries is. */
class KeyedTest {
  @Test
  void aCopyIsInTheOrderOfTheKeysWhateverTheSize() {
    for (int size = 0; size < 80; size++) {
      TreeMap<String, Integer> expected = new TreeMap<>();
      Map<String, Integer> mixed = new LinkedHashMap<>();
      List<Integer> numbers = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        numbers.add(i);
      }
      Collections.shuffle(numbers, new Random(size));
      for (int number : numbers) {
        expected.put("k" + number, number);
        mixed.put("k" + number, number);
      }

      Keyed<Integer> copy = Keyed.copyOf(mixed);

      assertThat(copy).as("size %d", size).isEqualTo(expected).hasSameHashCodeAs(expected);
      assertThat(copy.entrySet()).containsExactlyElementsOf(expected.entrySet());
      assertThat(copy.keySet()).containsExactlyElementsOf(expected.keySet());
      List<String> visited = new ArrayList<>();
      copy.forEach((key, value) -> visited.add(key + "=" + value));
      assertThat(visited).hasToString(expected.entrySet().toString());
      for (int i = 0; i < size; i++) {
        assertThat(copy.get("k" + i)).isEqualTo(i);
        assertThat(copy.value(i)).isEqualTo(expected.get(copy.key(i)));
      }
      assertThat(copy.get("x")).isNull();
      assertThat(copy.containsKey("x")).isFalse();
    }
  }

  @Test
  void arraysAreSortedTogether() {
    String[] keys = {"b", "c", "a"};
    Integer[] numbers = {2, 3, 1};
    String[] words = {"two", "three", "one"};

    Keyed.sort(keys, numbers, words);
    Keyed<Integer> numbered = Keyed.of(keys, numbers);

    assertThat(numbered).hasToString("{a=1, b=2, c=3}");
    assertThat(numbered.with(words)).hasToString("{a=one, b=two, c=three}");
  }

  @Test
  void partsOfItAreSortedMaps() {
    Keyed<Integer> map = Keyed.copyOf(Map.of("a", 1, "b", 2, "c", 3));

    assertThat(map.firstKey()).isEqualTo("a");
    assertThat(map.lastKey()).isEqualTo("c");
    assertThat(map.headMap("b")).isEqualTo(Map.of("a", 1));
    assertThat(map.tailMap("b")).isEqualTo(Map.of("b", 2, "c", 3));
    assertThat(map.subMap("a", "c")).isEqualTo(Map.of("a", 1, "b", 2));
    assertThat(map.comparator()).isNull();
  }

  @Test
  void itNeverChanges() {
    Keyed<Integer> map = Keyed.copyOf(Map.of("a", 1));

    assertThat(Keyed.copyOf(map)).isSameAs(map);
    assertThatThrownBy(() -> map.put("b", 2)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> map.remove("a")).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> map.entrySet().iterator().next().setValue(2))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void theEmptyMapHasNoEnds() {
    Keyed<Integer> empty = Keyed.copyOf(Map.of());

    assertThat(empty).isEmpty();
    assertThatThrownBy(empty::firstKey).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(empty::lastKey).isInstanceOf(NoSuchElementException.class);
  }
}
