package dev.ashlar.blueprint;

import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Makes blueprints of texts that are hard to write. */
final class RandomBlueprints {
  private static final Place HERE = Place.inCode("random");
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "a",
          "plain words",
          " lead",
          "trail ",
          "NO",
          "yes",
          "on",
          "y",
          "true",
          "Null",
          "~",
          "1.10",
          "0x1F",
          "1e3",
          ".inf",
          "12:30",
          "2024-01-01",
          "a: b",
          "a:",
          ":a",
          "# no",
          "a # b",
          "a#b",
          "- x",
          "-",
          "--- ",
          "---",
          "...",
          "? x",
          "{a}",
          "[x",
          "]",
          "}",
          ",",
          "*a",
          "&b",
          "!t",
          "%x",
          "@x",
          "`x`",
          "'",
          "''",
          "\"",
          "\\",
          "\\n",
          "<<",
          "=",
          "|",
          ">",
          "a|b",
          "${",
          "$${",
          "$$${x}",
          "${x}",
          "$",
          "$$",
          "}${",
          "a$",
          "memory::Bucket",
          "10.0.0.0/16",
          "*.example.com",
          "line\nline",
          "line\n",
          "\nline",
          "a\n\n\nb\n\n",
          "a \nb",
          "  a\n b",
          "a\n\tb",
          "\t",
          "\ta",
          "a\tb",
          "a\r\nb",
          "\r",
          "\u0001",
          "\u007F",
          "\u0085",
          "\u00A0x",
          "\u2028",
          "\uFEFF",
          "é",
          "漢字",
          "😀",
          "x".repeat(300),
          "a b ".repeat(60),
          "key: |\n  x",
          "$literal",
          "\u0000");
  private static final List<String> EXPRESSIONS =
      List.of(
          "params.x",
          " a + b ",
          "{'a}': 1}['a}']",
          "\"}\" + 'x'",
          "a\n + b",
          "x.?y.orValue('')",
          "'é😀'");
  private static final List<String> NUMBERS =
      List.of(
          "0", "1", "-7", "1.10", "0.000001", "123456789012345678901234567890", "1e30", "-2.5E-3");

  private final Random random;

  RandomBlueprints(long seed) {
    random = new Random(seed);
  }

  Blueprint next() {
    Blueprint.Builder builder =
        Blueprint.named("random").version(random.nextBoolean() ? "0.0.0" : "1.2.3-a.1");
    for (int i = 0; i < 3; i++) {
      builder.addLocal(new LocalDeclaration("l" + i, term(3), HERE));
      builder.addResource(resource("r" + i));
    }
    builder.addFlag(new FlagDeclaration("f", random.nextBoolean(), text(), HERE));
    builder.addProvider(new ProviderDeclaration("aws", maybe(() -> "replica"), fields(2), HERE));
    builder.addLookup(
        new LookupDeclaration(
            "look",
            "A::B",
            maybe(() -> "aws"),
            fields(2),
            pick(List.of(LookupDeclaration.Expect.values())),
            maybe(this::text),
            HERE));
    builder.addImport(new ImportDeclaration("imp", "other-env", HERE));
    builder.addComponent(
        new ComponentDeclaration(
            "net",
            "a/b@^1",
            fields(2),
            names(),
            maybe(this::computed),
            maybe(this::computed),
            Map.of("aws", "aws"),
            maybe(this::text),
            HERE));
    builder.addMoved(
        new MovedDeclaration(
            Address.of("old", text()),
            Address.of("net").child(new Address.Segment("inner", maybe(this::text))),
            HERE));
    builder.addOutput(new OutputDeclaration("out", term(2), random.nextBoolean(), text(), HERE));
    return builder.build();
  }

  private ResourceDeclaration resource(String name) {
    return new ResourceDeclaration(
        name,
        pick(
            List.of(
                "memory::Bucket",
                "Microsoft.Storage/storageAccounts",
                "storage.googleapis.com/Bucket")),
        Optional.empty(),
        fields(3),
        names(),
        maybe(() -> random.nextBoolean() ? computed() : literal(Value.of(true), "true")),
        maybe(() -> random.nextBoolean() ? computed() : fields(2)),
        new Lifecycle(
            maybe(this::computed),
            maybe(random::nextBoolean),
            random.nextBoolean()
                ? List.of()
                : List.of(ValuePath.of("Tags"), ValuePath.of("a").index(2).key("b \"c]")),
            pick(List.of(Lifecycle.OnRemove.values())),
            pick(List.of(Lifecycle.Ownership.values()))),
        maybe(this::text),
        HERE);
  }

  private List<ResourceDeclaration.NameReference> names() {
    return random.nextBoolean()
        ? List.of()
        : List.of(new ResourceDeclaration.NameReference("r1", HERE));
  }

  private Term term(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 6)) {
      case 0, 1 -> new Term.Literal(Value.of(text()), Optional.empty(), HERE);
      case 2 -> {
        String number = pick(NUMBERS);
        yield literal(Value.of(new BigDecimal(number)), number);
      }
      case 3 ->
          random.nextBoolean()
              ? literal(Value.of(false), "false")
              : new Term.Literal(Value.NULL, Optional.empty(), HERE);
      case 4 -> computed();
      case 5 -> mixed();
      case 6 -> new Term.Items(terms(depth), HERE);
      case 7 -> fields(depth);
      default ->
          new Term.Literal(
              random.nextBoolean() ? Value.list(values(2)) : map(2), Optional.empty(), HERE);
    };
  }

  private Term.Literal literal(Value value, String plain) {
    return new Term.Literal(value, Optional.of(plain), HERE);
  }

  private Term computed() {
    return new Term.Computed(pick(EXPRESSIONS), 2, HERE);
  }

  private Term mixed() {
    List<Term> parts = new ArrayList<>();
    String before = text() + "x";
    parts.add(new Term.Literal(Value.of(before), Optional.empty(), HERE));
    parts.add(new Term.Computed(pick(EXPRESSIONS), 0, HERE));
    if (random.nextBoolean()) {
      parts.add(new Term.Computed(pick(EXPRESSIONS), 0, HERE));
    }
    String after = text();
    if (!after.isEmpty()) {
      parts.add(new Term.Literal(Value.of(after), Optional.empty(), HERE));
    }
    return new Term.Text(parts, HERE);
  }

  private Term.Fields fields(int depth) {
    TreeMap<String, Term> fields = new TreeMap<>();
    TreeMap<String, Place> places = new TreeMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      String key = text();
      if (!key.equals("$literal")) {
        fields.put(key, term(depth - 1));
        places.put(key, HERE);
      }
    }
    return new Term.Fields(fields, places, HERE);
  }

  private List<Term> terms(int depth) {
    List<Term> terms = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      terms.add(term(depth - 1));
    }
    return terms;
  }

  private List<Value> values(int depth) {
    List<Value> values = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      values.add(
          switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> Value.of(text());
            case 1 -> Value.of(new BigDecimal(pick(NUMBERS)));
            case 2 -> Value.of(random.nextBoolean());
            case 3 -> Value.NULL;
            case 4 -> Value.list(values(depth - 1));
            default -> map(depth - 1);
          });
    }
    return values;
  }

  private Value map(int depth) {
    TreeMap<String, Value> entries = new TreeMap<>();
    values(depth).forEach(value -> entries.put(text(), value));
    return Value.map(entries);
  }

  private String text() {
    return random.nextInt(5) == 0 ? pick(TEXTS) + pick(TEXTS) : pick(TEXTS);
  }

  private <T> Optional<T> maybe(Supplier<T> some) {
    return random.nextBoolean() ? Optional.of(some.get()) : Optional.empty();
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
