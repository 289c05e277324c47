package dev.ashlar.plan.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.plan.Action;
import dev.ashlar.plan.AttributeChange;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Compensation;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.ReplaceOrder;
import dev.ashlar.plan.Risk;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.ValueType;
import dev.ashlar.value.digest.Sha256;
import dev.ashlar.value.json.ValueJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The digest of a change is that of its canonical text, though the text is never made. */
class ChangeFormTest {
  private static final ObjectId BOX = new ObjectId(Address.of("box", "a\"b"), 3);

  private static Change.Builder box(Action action) {
    return Change.builder(BOX, "t::Box", action);
  }

  private static void hasTheDigestOfItsText(Change change) {
    assertThat(PlanDigest.ofChange(change))
        .isEqualTo(Sha256.of(ValueJson.canonical(ChangeValue.of(change))));
  }

  @Test
  void of_a_change_that_says_nothing() {
    hasTheDigestOfItsText(box(Action.CREATE).build());
  }

  @Test
  void of_a_change_that_says_everything() {
    hasTheDigestOfItsText(
        box(Action.REPLACE)
            .order(ReplaceOrder.DELETE_THEN_CREATE)
            .reason(
                new Reason(
                    Reason.Kind.IMMUTABLE_CHANGED,
                    List.of(ValuePath.of("Net"), ValuePath.of("Tags", "x/y")),
                    List.of("net", "other")))
            .attributes(
                List.of(
                    new AttributeChange(
                        ValuePath.of("Net").index(1),
                        Value.NULL,
                        Value.unknown(ValueType.STRING),
                        true,
                        true,
                        Optional.of("net.id"),
                        Optional.empty())))
            .dependsOn(List.of("net#1/create"))
            .risk(Risk.DESTROYS_DATA)
            .compensation(new Compensation.Undo(Action.CREATE, "not all of it"))
            .from(Address.of("old"))
            .prior(new ObjectId(Address.of("box"), 2))
            .identity(Optional.of("id-1"))
            .home(new StateObject.Home("t", "t.second", Value.map(Map.of("region", Value.of("x")))))
            .declared(Value.map(Map.of("Password", Value.secret(Value.of("s")))))
            .planned(Value.map(Map.of("Size", Value.of(new BigDecimal("1.50")))))
            .replacePaths(Set.of(ValuePath.of("Net"), ValuePath.of("A"), ValuePath.of("Mode")))
            .dependencies(List.of("net"))
            .each(Value.map(Map.of("key", Value.of("a\"b"))))
            .build());
  }

  @Test
  void of_a_change_that_cannot_be_undone() {
    hasTheDigestOfItsText(
        box(Action.DELETE).compensation(new Compensation.None("the data is gone")).build());
  }

  @Test
  void of_maps_that_look_like_marks() {
    hasTheDigestOfItsText(
        box(Action.CREATE).declared(Value.map(Map.of("$secret", Value.of(true)))).build());
  }

  @Test
  void of_texts_beyond_the_basic_plane_and_of_halves_of_such_characters() {
    for (String text :
        List.of("\uD83D\uDE00", "half \uD83D", "\uDE00 half", "\u0000\u001f\u007f\u2028é")) {
      hasTheDigestOfItsText(
          box(Action.CREATE).declared(Value.map(Map.of(text, Value.of(text)))).build());
    }
  }

  @Test
  void of_texts_longer_than_any_buffer() {
    Random random = new Random(1);
    for (int length : new int[] {3_999, 4_000, 4_001, 8_192, 100_000}) {
      StringBuilder text = new StringBuilder();
      while (text.length() < length) {
        text.appendCodePoint(random.nextBoolean() ? 'a' : 0x1F600 + random.nextInt(40));
      }
      hasTheDigestOfItsText(
          box(Action.CREATE).planned(Value.map(Map.of("Text", Value.of(text.toString())))).build());
    }
  }

  @Test
  void one_after_the_other_as_each_alone() {
    Digesting digesting = new Digesting();
    byte[] first = digesting.of(Value.of("a"));
    byte[] second = digesting.of(Value.list(Value.of(1), Value.NULL));
    assertThat(digesting.of(Value.of("a"))).isEqualTo(first).isNotEqualTo(second);
    assertThat(new Digesting().of(Value.list(Value.of(1), Value.NULL))).isEqualTo(second);
  }
}
