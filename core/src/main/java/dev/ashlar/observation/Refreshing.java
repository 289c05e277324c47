package dev.ashlar.observation;

import dev.ashlar.connector.BatchReadable;
import dev.ashlar.connector.Requests.Envelope;
import dev.ashlar.connector.call.BatchAnswer;
import dev.ashlar.connector.call.BatchItem;
import dev.ashlar.connector.call.Call;
import dev.ashlar.connector.call.Observed;
import dev.ashlar.connector.session.OpenConnector;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.question.Answer;
import dev.ashlar.plan.question.Question.Refresh;
import dev.ashlar.schema.Operation;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Looks at recorded objects: in batches where the connector can, else one by one. */
final class Refreshing {
  private final Desk desk;
  private final Answers answers;

  Refreshing(Desk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  /**
   * Objects that one call can read.
   *
   * @param provider the provider's name
   * @param configuration what it is opened with
   * @param type the resource type
   */
  private record Group(String provider, Value.MapValue configuration, String type) {}

  List<CompletableFuture<Void>> start(List<Refresh> questions) {
    Map<Group, List<Refresh>> groups = new LinkedHashMap<>();
    for (Refresh question : questions) {
      StateObject object = question.object();
      if (object.identity().isEmpty()) {
        answers.put(question, nameless(object));
      } else {
        Group group = new Group(object.home().provider(), question.configuration(), object.type());
        groups.computeIfAbsent(group, any -> new ArrayList<>()).add(question);
      }
    }
    List<CompletableFuture<Void>> all = new ArrayList<>();
    groups.values().forEach(group -> all.addAll(group(group)));
    return all;
  }

  private static Answer nameless(StateObject object) {
    return Desk.unanswered(
        object.id().address(),
        List.of(
            Diagnostic.of(
                ObservationProblems.UNKNOWN_IDENTITY,
                "The cloud's identifier of \""
                    + object.id().address()
                    + "\" is not recorded. Recover first.")));
  }

  private List<CompletableFuture<Void>> group(List<Refresh> questions) {
    Refresh first = questions.get(0);
    Checked<OpenConnector<?, ?>> connector =
        desk.connector(first.object().home(), first.configuration(), first.object().type());
    Optional<OpenConnector<?, ?>> on = connector.value();
    if (on.isEmpty()) {
      questions.forEach(
          question ->
              answers.put(
                  question,
                  Desk.unanswered(question.object().id().address(), connector.diagnostics())));
      return List.of();
    }
    if (on.get().connector() instanceof BatchReadable<?, ?> batch && questions.size() > 1) {
      return batches(on.get(), Math.max(1, batch.batchLimit()), questions);
    }
    return questions.stream().map(question -> single(on.get(), question)).toList();
  }

  private List<CompletableFuture<Void>> batches(
      OpenConnector<?, ?> on, int limit, List<Refresh> questions) {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    List<Refresh> batch = new ArrayList<>();
    Map<String, Refresh> ids = new LinkedHashMap<>();
    for (Refresh question : questions) {
      String id = question.object().identity().orElseThrow();
      if (ids.containsKey(id) || batch.size() == limit) {
        all.add(batch(on, List.copyOf(batch)));
        batch.clear();
        ids.clear();
      }
      ids.put(id, question);
      batch.add(question);
    }
    all.add(batch(on, List.copyOf(batch)));
    return all;
  }

  private CompletableFuture<Void> batch(OpenConnector<?, ?> on, List<Refresh> questions) {
    StateObject first = questions.get(0).object();
    Endpoint endpoint = endpoint(questions.get(0));
    return desk.patiently(
            endpoint,
            first.id().address(),
            first.opaque(),
            desk.ask(first.home(), on, Operation.LIST),
            Desk.limit(on, Operation.READ),
            envelope ->
                desk.calls()
                    .readAll(
                        on,
                        questions.stream()
                            .map(question -> item(question, envelope.timeout()))
                            .toList()))
        .thenCompose(
            call -> {
              Optional<BatchAnswer> answer = call.answer();
              if (answer.isEmpty()) {
                questions.forEach(
                    each ->
                        answers.put(
                            each, Desk.failed(endpoint, each.object().id().address(), call)));
                return CompletableFuture.completedFuture(null);
              }
              List<CompletableFuture<Void>> alone = new ArrayList<>();
              for (Refresh question : questions) {
                Optional<Call<Optional<Observed>>> seen =
                    Optional.ofNullable(
                        answer.get().objects().get(question.object().identity().orElseThrow()));
                seen.ifPresentOrElse(
                    found -> answer(question, found), () -> alone.add(single(on, question)));
              }
              return CompletableFuture.allOf(alone.toArray(CompletableFuture<?>[]::new));
            });
  }

  private static BatchItem item(Refresh question, Duration timeout) {
    StateObject object = question.object();
    return new BatchItem(
        new Envelope(object.id().address(), object.opaque(), timeout, ""),
        object.identity().orElseThrow(),
        applied(object));
  }

  private CompletableFuture<Void> single(OpenConnector<?, ?> on, Refresh question) {
    StateObject object = question.object();
    return desk.patiently(
            endpoint(question),
            object.id().address(),
            object.opaque(),
            desk.ask(object.home(), on, Operation.READ),
            Desk.limit(on, Operation.READ),
            envelope ->
                desk.calls().read(on, envelope, object.identity().orElseThrow(), applied(object)))
        .thenAccept(call -> answer(question, call));
  }

  private static Endpoint endpoint(Refresh question) {
    return Endpoint.of(question.object().home(), question.configuration());
  }

  /** What was last applied; nothing where an operation was cut off before anything was. */
  private static Optional<Value.MapValue> applied(StateObject object) {
    return Optional.of(object.values().effective()).filter(known -> !known.entries().isEmpty());
  }

  private void answer(Refresh question, Call<Optional<Observed>> call) {
    answers.put(
        question,
        call.answer()
            .<Answer>map(seen -> new Answer.Looked(seen.map(Desk::seen)))
            .orElseGet(
                () -> Desk.failed(endpoint(question), question.object().id().address(), call)));
  }
}
