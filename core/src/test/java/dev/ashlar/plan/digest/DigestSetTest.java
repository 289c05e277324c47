package dev.ashlar.plan.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.value.digest.Sha256;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The root over a set of digests tells sets apart, and nothing else. */
class DigestSetTest {
  private static byte[] item(int number) {
    return Sha256.digest().digest(new byte[] {(byte) number, (byte) (number >> 8)});
  }

  private static List<Byte> root(DigestSet set) {
    MessageDigest root = Sha256.digest();
    set.update(root);
    List<Byte> bytes = new ArrayList<>();
    for (byte each : root.digest()) {
      bytes.add(each);
    }
    return bytes;
  }

  private static DigestSet of(List<Integer> numbers) {
    DigestSet set = new DigestSet();
    numbers.forEach(number -> set.add(item(number)));
    return set;
  }

  private static List<Integer> upTo(int size) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      numbers.add(i);
    }
    return numbers;
  }

  @Test
  void theOrderDoesNotCount() {
    List<Integer> numbers = upTo(3_000);
    List<Byte> once = root(of(numbers));
    Collections.shuffle(numbers, new Random(1));
    assertThat(root(of(numbers))).isEqualTo(once);
  }

  @Test
  void everyDigestCounts() {
    Set<List<Byte>> roots = new HashSet<>();
    for (int size = 0; size < 600; size++) {
      roots.add(root(of(upTo(size))));
    }
    assertThat(roots).hasSize(600);
  }

  @Test
  void whatCameAndWentLeavesNoTrace() {
    Random random = new Random(3);
    DigestSet set = new DigestSet();
    Set<Integer> there = new HashSet<>();
    for (int step = 0; step < 2_000; step++) {
      int number = random.nextInt(700);
      if (there.add(number)) {
        set.add(item(number));
      } else {
        there.remove(number);
        set.remove(item(number));
      }
      if (step % 100 == 0) {
        assertThat(root(set)).as("step %d", step).isEqualTo(root(of(List.copyOf(there))));
      }
    }
  }

  @Test
  void oneThatIsThereTwiceIsNotOneThatIsThereOnce() {
    assertThat(root(of(List.of(5, 5)))).isNotEqualTo(root(of(List.of(5))));
    DigestSet set = of(List.of(5, 5));
    set.remove(item(5));
    set.remove(item(6));
    assertThat(root(set)).isEqualTo(root(of(List.of(5))));
  }
}
