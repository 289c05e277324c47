package dev.ashlar.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What holds for every expression over all values: tried with random ones, by seed. */
class PropertiesTest {
  private static final int ROUNDS = 200;

  private static final Map<String, ValueType> TYPES =
      Map.of(
          "s", ValueType.STRING,
          "t", ValueType.STRING,
          "i", ValueType.INTEGER,
          "b", ValueType.BOOLEAN,
          "l", ValueType.listOf(ValueType.STRING),
          "m", ValueType.mapOf(ValueType.STRING));

  private final Expressions expressions = new Expressions(Limits.STANDARD, () -> 0);

  /** Whatever an unknown turns out to be, it never contradicts what was known without it. */
  @Test
  void whatIsKnownStaysWhenUnknownsBecomeKnown() {
    int known = 0;
    for (long seed = 0; seed < ROUNDS; seed++) {
      RandomExpressions random = new RandomExpressions(seed);
      String text = random.any(3);
      Map<String, Value> full = values(random);
      Map<String, Value> partial = new LinkedHashMap<>();
      full.forEach((name, value) -> partial.put(name, hidden(value, random)));

      Evaluation before = evaluate(text, partial);
      Evaluation after = evaluate(text, full);
      if (before instanceof Evaluation.Evaluated early
          && after instanceof Evaluation.Evaluated late) {
        assertThat(agrees(early.value(), late.value()))
            .as("seed %s: %s: %s, then %s", seed, text, early.value(), late.value())
            .isTrue();
        known += early.value().isKnown() ? 1 : 0;
      } else if (before instanceof Evaluation.Evaluated early) {
        assertThat(early.value().isKnown()).as("seed %s: %s: %s", seed, text, after).isFalse();
      }
    }
    assertThat(known).isGreaterThan(ROUNDS / 10);
  }

  /** A result that changes with a secret is marked secret, and no problem shows it. */
  @Test
  void whatHangsOnASecretIsMarked() {
    int changed = 0;
    for (long seed = 0; seed < ROUNDS; seed++) {
      RandomExpressions random = new RandomExpressions(seed);
      String text = random.any(3);
      Map<String, Value> one = values(random);
      Map<String, Value> other = new LinkedHashMap<>(one);
      one.put("s", Value.secret(Value.of("hunter2")));
      other.put("s", Value.secret(Value.of("correct horse")));

      Evaluation first = evaluate(text, one);
      Evaluation second = evaluate(text, other);
      if (first instanceof Evaluation.Failed failed) {
        assertThat(failed.problem().toString()).as("seed %s", seed).doesNotContain("unter2");
      }
      if (first instanceof Evaluation.Evaluated a
          && second instanceof Evaluation.Evaluated b
          && !open(a.value()).equals(open(b.value()))) {
        changed++;
        assertThat(a.value().hasSecret()).as("seed %s: %s", seed, text).isTrue();
      }
    }
    assertThat(changed).isGreaterThan(ROUNDS / 20);
  }

  /** A path gives the same alone, without CEL, and inside an expression that needs CEL. */
  @Test
  void pathsAgreeWithCel() {
    World world = World.of(expressions);
    for (String path :
        List.of(
            "key.Arn",
            "key.Size",
            "key.Public",
            "key.Tags",
            "key.Tags[0]",
            "key.Tags[0].Value",
            "key.Cost",
            "uploads['a']",
            "uploads.b.Arn",
            "params.zones",
            "params.zones[1]",
            "params.zones[9]",
            "params.labels.z",
            "params.labels.q",
            "params.any",
            "params.any[1]",
            "params.any.x",
            "params.ratio",
            "params.empty",
            "key[\"@odata.type\"]",
            "key.id",
            "uploads['q'].Arn",
            "resources.key.Labels",
            "key.Labels['team']")) {
      Evaluation alone = world.evaluation(path);
      Evaluation inside = world.evaluation("true ? " + path + " : " + path);
      if (alone instanceof Evaluation.Failed failed) {
        assertThat(inside).as(path).isInstanceOf(Evaluation.Failed.class);
        assertThat(((Evaluation.Failed) inside).problem())
            .as(path)
            .isEqualTo(failed.problem().shifted(7));
      } else {
        assertThat(inside).as(path).isEqualTo(alone);
      }
    }
  }

  /** Expressions of one shape share a program and nothing else. */
  @Test
  void aSharedProgramGivesWhatAFreshOneGives() {
    for (long seed = 0; seed < 40; seed++) {
      RandomExpressions random = new RandomExpressions(seed);
      String text = random.any(2);
      Map<String, Value> values = values(random);
      evaluate(text.replace("'k'", "'other'"), values);
      Evaluation shared = evaluate(text, values);
      Evaluation fresh = world(new Expressions(Limits.STANDARD, () -> 0), values).evaluation(text);
      assertThat(shared).as("seed %s: %s", seed, text).isEqualTo(fresh);
    }
  }

  private Evaluation evaluate(String text, Map<String, Value> values) {
    return world(expressions, values).evaluation(text);
  }

  private static World world(Expressions expressions, Map<String, Value> values) {
    World world = new World(expressions);
    values.forEach((name, value) -> world.with(name, World.plain(TYPES.get(name)), value));
    return world;
  }

  private static Map<String, Value> values(RandomExpressions random) {
    Map<String, Value> values = new LinkedHashMap<>();
    values.put("s", Value.of(random.pick("a", "b", "k", "")));
    values.put("t", Value.of(random.pick("a", "k", "x")));
    values.put("i", Value.of(random.chance(2) ? 1 : 0));
    values.put("b", Value.of(random.chance(2)));
    values.put("l", Value.list(Value.of(random.pick("a", "b")), Value.of(random.pick("a", "x"))));
    values.put("m", Value.map(Map.of("k", Value.of("a"), "u", Value.of(random.pick("a", "y")))));
    return values;
  }

  private static Value hidden(Value value, RandomExpressions random) {
    if (random.chance(4)) {
      return Value.unknown(value.type());
    }
    if (value instanceof Value.ListValue list) {
      return Value.list(list.items().stream().map(item -> hidden(item, random)).toList());
    }
    if (value instanceof Value.MapValue map) {
      Map<String, Value> entries = new TreeMap<>();
      map.entries().forEach((key, entry) -> entries.put(key, hidden(entry, random)));
      return Value.map(entries);
    }
    return value;
  }

  /** Whether the later value is one that the earlier allowed. */
  private static boolean agrees(Value early, Value late) {
    if (early instanceof Value.UnknownValue) {
      return true;
    }
    if (early instanceof Value.ListValue a && late instanceof Value.ListValue b) {
      boolean same = a.items().size() == b.items().size();
      for (int i = 0; same && i < a.items().size(); i++) {
        same = agrees(a.items().get(i), b.items().get(i));
      }
      return same;
    }
    if (early instanceof Value.MapValue a && late instanceof Value.MapValue b) {
      return a.entries().keySet().equals(b.entries().keySet())
          && a.entries().keySet().stream().allMatch(key -> agrees(a.get(key), b.get(key)));
    }
    return early.equals(late);
  }

  private static Value open(Value value) {
    if (value instanceof Value.SecretValue secret) {
      return open(secret.content());
    }
    return value instanceof Value.ListValue list
        ? Value.list(list.items().stream().map(PropertiesTest::open).toList())
        : value;
  }
}
