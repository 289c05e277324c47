package dev.ashlar.plan.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.ValueType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** When an object is left alone without comparing it attribute by attribute. */
class UnchangedTest {
  private final Subject subject = new Subject();

  private List<Action> actionsInFull() {
    return ((Decision.Decided) subject.inFull()).changes().stream().map(Change::action).toList();
  }

  private void declareAsLastTime(String json) {
    subject.declared = Subject.map(json);
    subject.lastDeclared = subject.declared;
  }

  private void has(String json) {
    subject.effective = Subject.map(json);
    subject.observed = subject.effective;
  }

  @Test
  void an_object_that_has_what_was_and_is_declared_is_unchanged() {
    assertThat(subject.unchanged()).isTrue();
    assertThat(actionsInFull()).isEmpty();
  }

  @Test
  void what_the_cloud_has_besides_does_not_count() {
    has("{'plain':'a','usual':'home','kept':'by the cloud','tags':{'x':'y'}}");
    assertThat(subject.unchanged()).isTrue();
    assertThat(actionsInFull()).isEmpty();
  }

  @Test
  void the_mark_of_ownership_does_not_count() {
    declareAsLastTime("{'plain':'a','tags':{'x':'y'}}");
    has("{'plain':'a','usual':'home','tags':{'x':'y','ashlar-object':'shop/thing'}}");
    assertThat(subject.unchanged()).isTrue();
    assertThat(actionsInFull()).isEmpty();
  }

  @Test
  void a_default_that_the_object_lacks_is_a_change() {
    has("{'plain':'a'}");
    assertThat(subject.unchanged()).isFalse();
    assertThat(actionsInFull()).containsExactly(Action.UPDATE);
  }

  @Test
  void another_value_in_the_cloud_is_a_change() {
    subject.observed = Subject.map("{'plain':'b','usual':'home'}");
    assertThat(subject.unchanged()).isFalse();
    assertThat(actionsInFull()).containsExactly(Action.UPDATE);
  }

  @Test
  void another_declared_value_is_a_change() {
    subject.declared = Subject.map("{'plain':'b'}");
    assertThat(subject.unchanged()).isFalse();
    assertThat(actionsInFull()).containsExactly(Action.UPDATE);
  }

  @Test
  void a_property_that_is_not_declared_any_more_is_a_change() {
    subject.lastDeclared = Subject.map("{'plain':'a','loose':'x'}");
    has("{'plain':'a','usual':'home','loose':'x'}");
    assertThat(subject.unchanged()).isFalse();
    assertThat(actionsInFull()).containsExactly(Action.UPDATE);
  }

  @Test
  void an_unknown_is_never_unchanged() {
    Value.MapValue open = subject.declared.with("loose", Value.unknown(ValueType.STRING));
    subject.declared = open;
    subject.lastDeclared = open;
    subject.effective = subject.effective.with("loose", Value.unknown(ValueType.STRING));
    subject.observed = subject.effective;
    assertThat(subject.unchanged()).isFalse();
  }

  @Test
  void a_secret_is_compared_in_full() {
    declareAsLastTime("{'plain':'a','hidden':'s'}");
    has("{'plain':'a','usual':'home'}");
    subject.observed = subject.effective.with("hidden", Value.secret(Value.of("s")));
    subject.effective = subject.observed;
    assertThat(subject.unchanged()).isFalse();
    assertThat(actionsInFull()).isEmpty();
  }

  @Test
  void a_write_only_value_is_compared_by_its_fingerprint() {
    declareAsLastTime("{'plain':'a','password':'p'}");
    subject.fingerprints = new TreeMap<>();
    subject.fingerprints.put(ValuePath.of("password"), "fp:of another one");
    assertThat(subject.unchanged()).isFalse();
    assertThat(actionsInFull()).containsExactly(Action.UPDATE);
  }

  @Test
  void values_that_only_mean_the_same_are_compared_in_full() {
    declareAsLastTime("{'plain':'a','loose':'X'}");
    has("{'plain':'a','usual':'home','loose':'x'}");
    assertThat(subject.unchanged()).isFalse();
    assertThat(actionsInFull()).isEmpty();
  }

  @Test
  void ignored_properties_are_compared_in_full() {
    subject.ignored = List.of(ValuePath.of("plain"));
    assertThat(subject.unchanged()).isFalse();
  }

  @Test
  void a_connector_that_completes_plans_is_asked() {
    subject.refines = true;
    assertThat(subject.unchanged()).isFalse();
    assertThat(subject.inFull()).isInstanceOf(Decision.Asking.class);
  }

  @Test
  void a_replacement_that_somebody_asked_for_is_a_change() {
    subject.wish = new Wish(true, false, false, Optional.empty());
    assertThat(subject.unchanged()).isFalse();
    assertThat(actionsInFull()).containsExactly(Action.REPLACE, Action.DELETE);
  }

  @Test
  void a_tainted_object_is_replaced() {
    subject.status = StateObject.Status.TAINTED;
    assertThat(subject.unchanged()).isFalse();
    assertThat(actionsInFull()).containsExactly(Action.REPLACE, Action.DELETE);
  }

  @Test
  void an_object_in_doubt_is_compared_in_full() {
    subject.status = StateObject.Status.IN_DOUBT;
    assertThat(subject.unchanged()).isFalse();
  }

  @Test
  void an_object_that_is_to_live_elsewhere_is_replaced() {
    subject.home = new StateObject.Home("t", "t", Subject.map("{'region':'b'}"));
    subject.recordedHome = new StateObject.Home("t", "t", Subject.map("{'region':'a'}"));
    assertThat(subject.unchanged()).isFalse();
    assertThat(actionsInFull()).containsExactly(Action.REPLACE, Action.DELETE);
  }

  /** What is said without a comparison is what the comparison comes to: over random objects. */
  @Test
  void what_is_called_unchanged_is_so_by_a_full_comparison() {
    long first = Long.getLong("seed", 1L);
    int unchanged = 0;
    for (long seed = first; seed < first + 4_000; seed++) {
      Subject random = random(new Random(seed));
      ObjectInputs in = random.inputs();
      Actual actual = random.actual();
      if (Unchanged.holds(in, actual)) {
        unchanged++;
        assertThat(Comparing.decide(in, actual))
            .as("again with -Dseed=" + seed)
            .isEqualTo(Comparing.inFull(in, actual));
      }
    }
    assertThat(unchanged).as("enough objects are unchanged to mean something").isGreaterThan(400);
  }

  private static Subject random(Random random) {
    Subject subject = new Subject();
    subject.declared = values(random);
    subject.lastDeclared = random.nextInt(4) > 0 ? subject.declared : values(random);
    Value.MapValue wanted =
        Proposal.wanted(Subject.SCHEMA, subject.lastDeclared, Value.MapValue.EMPTY);
    subject.effective = random.nextInt(4) > 0 ? wanted : values(random);
    subject.observed =
        switch (random.nextInt(4)) {
          case 0 -> more(subject.effective, values(random));
          case 1 -> values(random);
          default -> subject.effective;
        };
    if (random.nextInt(8) == 0) {
      subject.fingerprints.put(ValuePath.of("password"), "fp:1");
    }
    return subject;
  }

  private static Value.MapValue more(Value.MapValue some, Value.MapValue others) {
    Value.MapValue all = some;
    for (var entry : others.entries().entrySet()) {
      all =
          some.entries().containsKey(entry.getKey())
              ? all
              : all.with(entry.getKey(), entry.getValue());
    }
    return all;
  }

  private static Value.MapValue values(Random random) {
    Value.MapValue values = Value.MapValue.EMPTY;
    for (String name : Subject.SCHEMA.properties().keySet()) {
      if (random.nextInt(5) == 0) {
        values = values.with(name, value(name, random));
      }
    }
    return values;
  }

  private static Value value(String name, Random random) {
    if (random.nextInt(12) == 0) {
      return random.nextBoolean() ? Value.NULL : Value.unknown(ValueType.ANY);
    }
    Value text = Value.of(random.nextBoolean() ? "a" : "A");
    return switch (name) {
      case "bag" -> bag(random);
      case "policy" -> Value.of(random.nextBoolean() ? "{\"a\":1,\"b\":2}" : "{\"b\":2,\"a\":1}");
      case "inner" -> inner(random);
      case "tags" ->
          Subject.map(random.nextBoolean() ? "{'x':'a'}" : "{'x':'a','ashlar-object':'o'}");
      case "hidden", "password" -> random.nextBoolean() ? Value.secret(text) : text;
      default -> text;
    };
  }

  private static Value bag(Random random) {
    List<Value> items = new ArrayList<>(List.of(Value.of("a"), Value.of("b")));
    if (random.nextBoolean()) {
      Collections.swap(items, 0, 1);
    }
    return Value.list(items);
  }

  private static Value inner(Random random) {
    Value.MapValue inner = Value.MapValue.EMPTY;
    for (String name : List.of("deep", "kept", "usual", "secret")) {
      if (random.nextInt(3) == 0) {
        inner = inner.with(name, Value.of(random.nextBoolean() ? "a" : "b"));
      }
    }
    return inner;
  }
}
