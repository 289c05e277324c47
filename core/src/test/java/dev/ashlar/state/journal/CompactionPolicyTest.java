package dev.ashlar.state.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompactionPolicyTest {
  @Test
  void aSmallLogIsLeftAsItIs() {
    assertThat(CompactionPolicy.isDue(0, 64 * 1024)).isFalse();
    assertThat(CompactionPolicy.isDue(10, 1)).isFalse();
  }

  @Test
  void aSnapshotIsDueWhenTheLogHasOutgrownTheState() {
    assertThat(CompactionPolicy.isDue(0, 64 * 1024 + 1)).isTrue();
    assertThat(CompactionPolicy.isDue(10_000_000, 10_000_000)).isFalse();
    assertThat(CompactionPolicy.isDue(10_000_000, 10_000_001)).isTrue();
  }

  @Test
  void whatIsWrittenInAllStaysInProportionToTheChanges() {
    long state = 10_000_000;
    long change = 2_000;
    long written = 0;
    long log = 0;
    for (int i = 0; i < 20_000; i++) {
      written += change;
      log += change;
      if (CompactionPolicy.isDue(state, log)) {
        written += state;
        log = 0;
      }
    }
    assertThat(written).isLessThan(2 * 20_000 * change);
  }
}
