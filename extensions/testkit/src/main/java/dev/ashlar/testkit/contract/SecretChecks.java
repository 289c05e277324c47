package dev.ashlar.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.connector.OperationFailedException;
import dev.ashlar.connector.Reading;
import dev.ashlar.connector.Result;
import dev.ashlar.plan.PlanText;
import dev.ashlar.schema.Attribute;
import dev.ashlar.state.StateStore;
import dev.ashlar.testkit.ConnectorRule;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** A secret goes to the cloud and is seen nowhere else. */
final class SecretChecks {
  /** A shorter text may stand anywhere by chance. */
  private static final int TELLING = 6;

  private SecretChecks() {}

  static Stream<Check> all() {
    return Stream.of(
        Check.direct(
            ConnectorRule.KEEPS_SECRETS,
            "a write-only property is withheld when it is read",
            lab ->
                Check.unless(
                    lab.schema().properties().values().stream().anyMatch(Attribute::writeOnly),
                    "the type has no write-only property"),
            SecretChecks::withheld),
        Check.direct(
            ConnectorRule.KEEPS_SECRETS,
            "a secret stands in no plan, event, state, answer or message",
            lab -> Check.unless(hasSecrets(lab), "the type has no secrets"),
            SecretChecks::silent));
  }

  private static boolean hasSecrets(Lab lab) {
    return lab.schema().properties().values().stream()
        .flatMap(
            attribute ->
                Stream.concat(Stream.of(attribute), Parts.of(lab.schema(), attribute).stream()))
        .anyMatch(attribute -> attribute.sensitive() || attribute.writeOnly());
  }

  private static <S, O> void withheld(Lab lab, Made<S, O> made) {
    List<Attribute> writeOnly =
        lab.schema().properties().values().stream().filter(Attribute::writeOnly).toList();
    lab.settle();
    Reading<S, O> reading = made.found(ConnectorRule.KEEPS_SECRETS);
    Value.MapValue read = made.connector().type().spec().encode(reading.spec().orElseThrow());
    for (Attribute attribute : writeOnly) {
      if (Terms.clear(read.get(attribute.name())).isKnown()
          && !(read.get(attribute.name()) instanceof Value.NullValue)) {
        throw new Violation(
            ConnectorRule.KEEPS_SECRETS,
            lab.schema().type() + " /" + attribute.name(),
            "it is write-only, and read answers it");
      }
    }
  }

  private static <S, O> void silent(Lab lab, Made<S, O> made) {
    List<String> secrets = secrets(lab, made);
    if (secrets.isEmpty()) {
      Check.skip(
          "the sample has no secret of at least %d characters: give it one".formatted(TELLING));
    }
    lab.settle();
    LifecycleChecks.remove(lab, made, ConnectorRule.KEEPS_SECRETS);
    Made.Reply<?> refused = made.create(made.request().idempotencyKey());
    Map<String, String> places = places(lab);
    places.put("the answer to another create", refused.told());
    places.forEach(
        (place, text) ->
            secrets.stream()
                .filter(text::contains)
                .findFirst()
                .ifPresent(
                    secret -> {
                      throw new Violation(
                          ConnectorRule.KEEPS_SECRETS,
                          lab.schema().type(),
                          "a secret of the sample stands in clear in " + place);
                    }));
  }

  /** The contents of all secrets that were sent. */
  private static <S, O> List<String> secrets(Lab lab, Made<S, O> made) {
    Value.MapValue sent = made.connector().type().spec().encode(made.request().spec());
    List<String> all = new ArrayList<>();
    lab.schema()
        .properties()
        .values()
        .forEach(attribute -> collect(lab, attribute, sent.get(attribute.name()), all));
    return all.stream().filter(text -> text.length() >= TELLING).toList();
  }

  private static void collect(Lab lab, Attribute attribute, Value value, List<String> all) {
    boolean secret = attribute.sensitive() || attribute.writeOnly();
    if (secret || value instanceof Value.SecretValue) {
      texts(Terms.clear(value), all);
    } else if (value instanceof Value.MapValue map) {
      Parts.of(lab.schema(), attribute).stream()
          .filter(part -> map.entries().containsKey(part.name()))
          .forEach(part -> collect(lab, part, map.get(part.name()), all));
    }
  }

  private static void texts(Value value, List<String> all) {
    if (value instanceof Value.TextValue text) {
      all.add(text.text());
    } else if (value instanceof Value.MapValue map) {
      map.entries().values().forEach(item -> texts(item, all));
    } else if (value instanceof Value.ListValue list) {
      list.items().forEach(item -> texts(item, all));
    }
  }

  private static Map<String, String> places(Lab lab) {
    Map<String, String> places = new LinkedHashMap<>();
    var plan = lab.plan(dev.ashlar.plan.PlanMode.apply(), lab.samples().sample());
    places.put("a plan", plan.toJson() + PlanText.plain().render(plan) + plan.diagnostics());
    places.put("an event", lab.events().toString());
    places.put("the state", stored(lab));
    int number = 0;
    for (Tape.Take take : lab.tape().takes(it -> it.type().equals(lab.schema().type()))) {
      number++;
      places.put("what call %d (%s) answered".formatted(number, take.method()), answer(take));
      places.put(
          "the text of the request of call %d (%s): its record prints it"
              .formatted(number, take.method()),
          take.request().toString());
    }
    return places;
  }

  private static String stored(Lab lab) {
    StateStore.Log log =
        lab.pace().await(lab.store().load(lab.environment(), OptionalLong.empty()));
    StringBuilder text = new StringBuilder();
    log.snapshot().ifPresent(it -> text.append(new String(it.bytes().toArray(), UTF_8)));
    log.entries().forEach(entry -> text.append(new String(entry.toArray(), UTF_8)));
    return text.toString();
  }

  /** What an answer says in clear: identifiers, tokens, outputs that are no secrets, messages. */
  private static String answer(Tape.Take take) {
    if (take.answer().isCompletedExceptionally()) {
      try {
        take.answer().join();
      } catch (CompletionException e) {
        Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
        return cause instanceof OperationFailedException failed
            ? failed.failure().detail()
            : Applied.failure(take).detail();
      }
    }
    return take.answered().map(answer -> inClear(take, answer)).orElse("");
  }

  private static String inClear(Tape.Take take, Object answer) {
    if (answer instanceof Result<?> result) {
      return result.id().orElse("")
          + result.token().orElse("")
          + result.outputs().map(outputs -> encoded(take, outputs)).orElse("");
    }
    if (answer instanceof Reading<?, ?> reading) {
      return reading.id().orElse("")
          + reading.version().orElse("")
          + reading.outputs().map(outputs -> encoded(take, outputs)).orElse("");
    }
    return "";
  }

  /** Outputs without those that the schema says are secret. */
  @SuppressWarnings("unchecked")
  private static String encoded(Tape.Take take, Object outputs) {
    var type = (dev.ashlar.schema.ResourceType<?, Object>) take.connector().type();
    Value.MapValue values = type.outputs().encode(outputs);
    StringBuilder text = new StringBuilder();
    values
        .entries()
        .forEach(
            (name, value) -> {
              Attribute attribute = type.schema().outputs().get(name);
              if (attribute == null || !attribute.sensitive()) {
                text.append(value).append('\n');
              }
            });
    return text.toString();
  }
}
