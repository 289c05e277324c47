package dev.ashlar.testkit.contract;

import dev.ashlar.connector.BatchReadable;
import dev.ashlar.connector.Findable;
import dev.ashlar.connector.Findable.Finding;
import dev.ashlar.connector.Reading;
import dev.ashlar.connector.Requests;
import dev.ashlar.connector.Searchable;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Stability;
import dev.ashlar.testkit.ConnectorRule;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Objects are found: by key, mark and identity, many at once, by attributes. */
final class FindingChecks {
  private static final String NOBODY = "nobody-has-this";

  private FindingChecks() {}

  static Stream<Check> all() {
    return Stream.of(
        Check.direct(
            ConnectorRule.FINDS,
            "what a create made is found",
            Check.is(Findable.class),
            FindingChecks::findsItsOwn),
        Check.direct(
            ConnectorRule.FINDS,
            "what is gone is not found",
            Check.is(Findable.class),
            FindingChecks::findsNothing),
        Check.direct(
            ConnectorRule.FINDS,
            "what another create made is not found",
            lab ->
                Check.is(Findable.class)
                    .apply(lab)
                    .or(
                        () ->
                            Check.unless(
                                lab.schema().identity().isEmpty(),
                                "the identity finds it, whoever made it")),
            FindingChecks::findsNoOther),
        Check.direct(
            ConnectorRule.READS_IN_BATCHES,
            "many are read as one is",
            Check.is(BatchReadable.class),
            FindingChecks::readsInBatches),
        Check.direct(
            ConnectorRule.SEARCHES,
            "a search finds what matches",
            Check.is(Searchable.class),
            FindingChecks::searches));
  }

  private static <S, O> Findable<S, O> findable(Made<S, O> made) {
    if (made.connector() instanceof Findable<S, O> findable) {
      return findable;
    }
    Check.skip("the connector is not Findable");
    throw new IllegalStateException();
  }

  /** The mark as it was sent, in the property that carries it. */
  private static <S, O> Value mark(Lab lab, Made<S, O> made) {
    Optional<ValuePath> path = lab.schema().ownershipMark();
    if (path.isEmpty()) {
      return Value.NULL;
    }
    Value carried = path.get().in(made.connector().type().spec().encode(made.request().spec()));
    return Marks.in(carried);
  }

  private static <S, O> Finding<S, O> find(
      Lab lab, Made<S, O> made, String key, Value mark, Instant since) {
    Findable<S, O> findable = findable(made);
    Instant end = lab.pace().now().plus(lab.schema().visibilityBound()).plusSeconds(60);
    while (true) {
      Finding<S, O> finding =
          made.expect(
              ConnectorRule.FINDS,
              "a search for what a create made",
              () ->
                  findable.find(
                      Requests.find(made.envelope(key), made.request().spec(), mark, since)));
      if (finding.answer() != Finding.Answer.NOT_YET) {
        return finding;
      }
      if (lab.pace().now().isAfter(end) || finding.delay().isNegative()) {
        throw new Violation(
            ConnectorRule.FINDS,
            lab.schema().type(),
            "the search still answers not-yet when the declared visibility bound ("
                + lab.schema().visibilityBound()
                + ") is long over");
      }
      lab.pace().pause(finding.delay().plusMillis(1));
    }
  }

  private static <S, O> List<String> ids(Finding<S, O> finding) {
    return finding.objects().stream().map(it -> it.id().orElse("(absent)")).toList();
  }

  private static <S, O> void findsItsOwn(Lab lab, Made<S, O> made) {
    lab.settle();
    Finding<S, O> finding =
        find(lab, made, made.request().idempotencyKey(), mark(lab, made), lab.pace().now());
    if (!ids(finding).equals(List.of(made.id()))) {
      throw new Violation(
          ConnectorRule.FINDS,
          lab.schema().type(),
          "%s was made, and the search for it answers %s %s"
              .formatted(made.id(), Check.word(finding.answer()), ids(finding)));
    }
  }

  private static <S, O> void findsNothing(Lab lab, Made<S, O> made) {
    Value mark = mark(lab, made);
    LifecycleChecks.remove(lab, made, ConnectorRule.FINDS);
    Finding<S, O> finding =
        find(lab, made, made.request().idempotencyKey(), mark, lab.pace().now());
    if (finding.answer() != Finding.Answer.ABSENT) {
      throw new Violation(
          ConnectorRule.FINDS,
          lab.schema().type(),
          "the object was deleted, and the search for it answers %s %s"
              .formatted(Check.word(finding.answer()), ids(finding)));
    }
  }

  private static <S, O> void findsNoOther(Lab lab, Made<S, O> made) {
    lab.settle();
    Finding<S, O> finding =
        find(lab, made, made.freshKey(), Marks.foreign(mark(lab, made)), lab.pace().now());
    if (ids(finding).contains(made.id())) {
      throw new Violation(
          ConnectorRule.FINDS,
          lab.schema().type(),
          "a search with another key and another mark finds " + made.id());
    }
  }

  private static <S, O> void readsInBatches(Lab lab, Made<S, O> made) {
    if (!(made.connector() instanceof BatchReadable<S, O> batch)) {
      Check.skip("the connector is not BatchReadable");
      return;
    }
    if (batch.batchLimit() < 1) {
      throw new Violation(
          ConnectorRule.READS_IN_BATCHES, lab.schema().type(), "a batch takes no requests at all");
    }
    lab.settle();
    Reading<S, O> alone = made.found(ConnectorRule.READS_IN_BATCHES);
    Map<String, Reading<S, O>> many = readAll(made, batch);
    Reading<S, O> one = many.get(made.id());
    if (one != null && !told(lab, made, one).equals(told(lab, made, alone))) {
      throw new Violation(
          ConnectorRule.READS_IN_BATCHES,
          lab.schema().type(),
          "a single read answers\n    %s\n  and a batch\n    %s"
              .formatted(told(lab, made, alone), told(lab, made, one)));
    }
    LifecycleChecks.remove(lab, made, ConnectorRule.READS_IN_BATCHES);
    Reading<S, O> gone = readAll(made, batch).get(made.id());
    if (gone != null && gone.isFound()) {
      throw new Violation(
          ConnectorRule.READS_IN_BATCHES,
          lab.schema().type(),
          "a batch finds " + made.id() + ", which was deleted");
    }
  }

  private static <S, O> Map<String, Reading<S, O>> readAll(
      Made<S, O> made, BatchReadable<S, O> batch) {
    return made.expect(
        ConnectorRule.READS_IN_BATCHES,
        "a read of many",
        () ->
            batch.readAll(
                Requests.readAll(
                    List.of(
                        Requests.read(
                            made.envelope(""), made.id(), Optional.of(made.request().spec()))))));
  }

  /** All that a reading says, volatile outputs and secrets aside. */
  private static <S, O> String told(Lab lab, Made<S, O> made, Reading<S, O> reading) {
    if (!reading.isFound()) {
      return "absent";
    }
    Value.MapValue outputs =
        made.connector().type().outputs().encode(reading.outputs().orElseThrow());
    Map<String, Value> stable = new TreeMap<>(outputs.entries());
    lab.schema()
        .outputs()
        .values()
        .forEach(
            output -> {
              if (output.stability().equals(Stability.VOLATILE)) {
                stable.remove(output.name());
              }
            });
    return "%s %s %s"
        .formatted(
            reading.id().orElseThrow(),
            made.connector().type().spec().encode(reading.spec().orElseThrow()),
            stable);
  }

  private static <S, O> void searches(Lab lab, Made<S, O> made) {
    if (!(made.connector() instanceof Searchable<S, O> searchable)) {
      Check.skip("the connector is not Searchable");
      return;
    }
    lab.settle();
    Reading<S, O> reading = made.found(ConnectorRule.SEARCHES);
    Map.Entry<String, Value> tells =
        telling(lab.schema(), made, reading)
            .orElseGet(
                () -> {
                  Check.skip("no attribute that is a text tells the object");
                  throw new IllegalStateException();
                });
    List<String> found = search(made, searchable, tells.getKey(), tells.getValue(), 10);
    if (!found.contains(made.id())) {
      throw new Violation(
          ConnectorRule.SEARCHES,
          lab.schema().type() + " /" + tells.getKey(),
          "%s has the value %s, and a search for that finds %s"
              .formatted(made.id(), tells.getValue(), found));
    }
    if (search(made, searchable, tells.getKey(), tells.getValue(), 1).size() > 1) {
      throw new Violation(
          ConnectorRule.SEARCHES, lab.schema().type(), "a search for one object finds more");
    }
    List<String> none = search(made, searchable, tells.getKey(), Value.of(NOBODY), 10);
    if (!none.isEmpty()) {
      throw new Violation(
          ConnectorRule.SEARCHES,
          lab.schema().type() + " /" + tells.getKey(),
          "a search for a value that no object has finds " + none);
    }
  }

  private static <S, O> List<String> search(
      Made<S, O> made, Searchable<S, O> searchable, String attribute, Value value, int limit) {
    List<Reading<S, O>> found =
        made.expect(
            ConnectorRule.SEARCHES,
            "a search by " + attribute,
            () ->
                searchable.search(
                    Requests.search(
                        made.envelope(""), Value.MapValue.EMPTY.with(attribute, value), limit)));
    return found.stream().map(reading -> reading.id().orElse("(absent)")).toList();
  }

  /** A text of the object that others do not have: of its identity, or else an output. */
  private static <S, O> Optional<Map.Entry<String, Value>> telling(
      ResourceSchema schema, Made<S, O> made, Reading<S, O> reading) {
    Value.MapValue properties = made.connector().type().spec().encode(reading.spec().orElseThrow());
    Value.MapValue outputs =
        made.connector().type().outputs().encode(reading.outputs().orElseThrow());
    Stream<Map.Entry<String, Value>> identity =
        schema.identity().stream()
            .filter(path -> path.steps().size() == 1)
            .map(path -> Map.entry(path.head(), properties.get(path.head())));
    Stream<Map.Entry<String, Value>> given =
        schema.outputs().values().stream()
            .filter(output -> !output.sensitive())
            .filter(output -> output.stability().equals(Stability.STABLE))
            .map(Attribute::name)
            .map(name -> Map.entry(name, outputs.get(name)));
    return Stream.concat(identity, given)
        .filter(entry -> entry.getValue() instanceof Value.TextValue)
        .filter(
            entry ->
                schema.attribute(entry.getKey()).orElseThrow().constraints().allowed().isEmpty())
        .findFirst();
  }
}
