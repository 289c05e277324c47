package dev.ashlar.value.keyed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A map that keeps its order is what a linked map of the same entries is, and shares its past. */
class OrderedTest {
  private static final int[] SIZES = {0, 1, 2, 31, 32, 33, 1023, 1024, 1025, 33_000};

  @Test
  void aCopyHasTheEntriesInTheirOrderWhateverTheSize() {
    for (int size : SIZES) {
      Map<String, Integer> given = given(size);

      Ordered<String, Integer> copy = Ordered.copyOf(given);

      assertThat(copy.equals(given)).as("size %d", size).isTrue();
      assertThat(copy).hasSameHashCodeAs(given);
      assertThat(List.copyOf(copy.keySet())).isEqualTo(List.copyOf(given.keySet()));
      assertThat(List.copyOf(copy.entrySet())).isEqualTo(List.copyOf(given.entrySet()));
      assertThat(copy.containsKey("no")).isFalse();
      assertThat(copy.get("no")).isNull();
      assertThat(copy.get(null)).isNull();
      for (int i = 0; i < size; i++) {
        assertThat(copy.position(copy.key(i))).isEqualTo(i);
        assertThat(copy.get(copy.key(i))).isEqualTo(copy.value(i));
      }
      assertThat(Ordered.copyOf(copy)).isSameAs(copy);
    }
  }

  @Test
  void anotherValueLeavesTheMapAsItWas() {
    Map<String, Integer> given = given(1025);
    Ordered<String, Integer> before = Ordered.copyOf(given);

    Ordered<String, Integer> after = before.with(before.key(1024), -1).with(before.key(0), -2);

    assertThat(before.equals(given)).isTrue();
    given.put(before.key(1024), -1);
    given.put(before.key(0), -2);
    assertThat(after.equals(given)).isTrue();
  }

  @Test
  void onlyAKeyThatIsThereGetsAnotherValue() {
    assertThatThrownBy(() -> Ordered.copyOf(given(3)).with("no", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no no");
  }

  @SuppressWarnings("BoxedPrimitiveEquality") // the very object is what is compared
  @Test
  void whatDiffersIsFoundWhetherMapsShareTheirPastOrNot() {
    Random random = new Random(7);
    for (int size : SIZES) {
      Ordered<String, Integer> before = Ordered.copyOf(given(size));
      Ordered<String, Integer> after = before;
      for (int i = 0; i < Math.min(size, 5); i++) {
        after = after.with(after.key(random.nextInt(size)), 1_000_000 + i);
      }
      Ordered<String, Integer> now = after;
      Map<String, Integer> stranger = new LinkedHashMap<>(now);
      List<String> expected =
          before.keySet().stream().filter(key -> before.get(key) != now.get(key)).toList();

      assertThat(Ordered.differing(before, now)).contains(expected);
      assertThat(Ordered.differing(before, stranger)).contains(expected);
      assertThat(Ordered.differing(before, before)).contains(List.of());
    }
  }

  @Test
  void othersKeysOrAnotherOrderCannotBeCompared() {
    Map<String, String> ab = new LinkedHashMap<>();
    ab.put("a", "1");
    ab.put("b", "2");
    Map<String, String> ba = new LinkedHashMap<>();
    ba.put("b", "2");
    ba.put("a", "1");

    assertThat(Ordered.differing(ab, ba)).isEmpty();
    assertThat(Ordered.differing(Ordered.copyOf(ab), Ordered.copyOf(ba))).isEmpty();
    assertThat(Ordered.differing(ab, Map.of("a", "1"))).isEmpty();
  }

  @Test
  void nothingIsChangedThroughItAndNothingIsNull() {
    Ordered<String, String> map = Ordered.copyOf(Map.of("a", "1"));

    assertThatThrownBy(() -> map.put("b", "2")).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> map.keySet().remove("a"))
        .isInstanceOf(UnsupportedOperationException.class);
    var entries = map.entrySet().iterator();
    entries.next();
    assertThatThrownBy(entries::next).isInstanceOf(NoSuchElementException.class);
    Map<String, String> hole = new LinkedHashMap<>();
    hole.put("a", null);
    assertThatThrownBy(() -> Ordered.copyOf(hole)).isInstanceOf(NullPointerException.class);
  }

  private static Map<String, Integer> given(int size) {
    Map<String, Integer> given = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      given.put("k" + (i * 7919L % 1_000_003), i);
    }
    return given;
  }
}
