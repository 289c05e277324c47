package dev.ashlar.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {
  @Test
  void withoutOptionsEverythingIsMeasuredAndNothingStored() {
    Selection selection = Selection.of(List.of());
    assertThat(selection.parts()).containsExactly(Selection.Part.values());
    assertThat(selection.terraform()).containsExactly(1_000, 2_000);
    assertThat(selection.store()).isFalse();
  }

  @Test
  void partsAndSizesAreChosen() {
    Selection selection =
        Selection.of(List.of("--only=process,tenants", "--process=100000,1_000_000", "--store"));
    assertThat(selection.parts()).containsExactly(Selection.Part.PROCESS, Selection.Part.TENANTS);
    assertThat(selection.process()).containsExactly(100_000, 1_000_000);
    assertThat(selection.store()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--only=all", "--terraform=many", "--fast", "5000"})
  void whatIsNotUnderstoodIsRefused(String argument) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Selection.of(List.of(argument)))
        .withMessageStartingWith("usage:");
  }
}
