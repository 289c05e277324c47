package dev.ashlar.observation;

import dev.ashlar.connector.Findable;
import dev.ashlar.connector.PlanRefining;
import dev.ashlar.connector.Searchable;
import dev.ashlar.connector.call.Call;
import dev.ashlar.connector.call.Found;
import dev.ashlar.connector.call.Observed;
import dev.ashlar.connector.session.OpenConnector;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.question.Answer;
import dev.ashlar.plan.question.Question;
import dev.ashlar.schema.Operation;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Answers questions that are about one call each: searches, objects to take over, refinements. */
record Finding(Desk desk) {
  private static final int MANY = 10_000;

  CompletableFuture<Answer> search(Question.Search question) {
    Address address = Address.of(question.lookup());
    Checked<OpenConnector<?, ?>> connector =
        desk.connector(question.home(), question.configuration(), question.type());
    Optional<OpenConnector<?, ?>> on = connector.value();
    if (on.isEmpty()) {
      return done(at(question, Desk.unanswered(address, connector.diagnostics())));
    }
    if (!(on.get().connector() instanceof Searchable<?, ?>)) {
      return done(at(question, cannotSearch(address, question.type())));
    }
    Endpoint endpoint = Endpoint.of(question.home(), question.configuration());
    return search(on.get(), endpoint, question.home(), address, question.where(), MANY)
        .thenApply(
            call ->
                call.answer()
                    .<Answer>map(all -> new Answer.Searched(all.stream().map(Desk::seen).toList()))
                    .orElseGet(() -> at(question, Desk.failed(endpoint, address, call))));
  }

  private static Answer at(Question.Search question, Answer answer) {
    return answer instanceof Answer.Unanswered none
        ? new Answer.Unanswered(
            none.diagnostics().stream()
                .map(each -> each.at(question.location().orElse(null)))
                .toList())
        : answer;
  }

  CompletableFuture<Answer> existing(Question.Existing question) {
    Checked<OpenConnector<?, ?>> connector =
        desk.connector(question.home(), question.configuration(), question.type());
    Optional<OpenConnector<?, ?>> on = connector.value();
    if (on.isEmpty()) {
      return done(Desk.unanswered(question.address(), connector.diagnostics()));
    }
    if (question.identity().isPresent()) {
      return byIdentity(on.get(), question, question.identity().get());
    }
    if (on.get().connector() instanceof Searchable<?, ?>) {
      Optional<Value.MapValue> where = identity(on.get(), question.properties());
      if (where.isPresent()) {
        return bySearch(on.get(), question, where.get());
      }
    }
    if (on.get().connector() instanceof Findable<?, ?>) {
      return byFind(on.get(), question);
    }
    return done(cannotSearch(question.address(), question.type()));
  }

  private CompletableFuture<Answer> byIdentity(
      OpenConnector<?, ?> on, Question.Existing question, String identity) {
    Address address = question.address();
    Endpoint endpoint = endpoint(question);
    return desk.patiently(
            endpoint,
            address,
            Bytes.EMPTY,
            desk.ask(question.home(), on, Operation.READ),
            Desk.limit(on, Operation.READ),
            envelope -> desk.calls().read(on, envelope, identity, Optional.empty()))
        .thenApply(
            call ->
                call.answer()
                    .<Answer>map(seen -> new Answer.Looked(seen.map(Desk::seen)))
                    .orElseGet(() -> Desk.failed(endpoint, address, call)));
  }

  /** The properties that fix the identity, where all of them are declared. */
  private static Optional<Value.MapValue> identity(
      OpenConnector<?, ?> on, Value.MapValue properties) {
    Map<String, Value> where = new TreeMap<>();
    for (ValuePath path : on.schema().identity()) {
      Value value = properties.get(path.head());
      if (path.steps().size() != 1 || value.equals(Value.NULL) || !value.isKnown()) {
        return Optional.empty();
      }
      where.put(path.head(), value);
    }
    return where.isEmpty() ? Optional.empty() : Optional.of(Value.map(where));
  }

  private CompletableFuture<Answer> bySearch(
      OpenConnector<?, ?> on, Question.Existing question, Value.MapValue where) {
    Address address = question.address();
    Endpoint endpoint = endpoint(question);
    return search(on, endpoint, question.home(), address, where, 2)
        .thenApply(
            call ->
                call.answer()
                    .map(all -> atMostOne(address, all))
                    .orElseGet(() -> Desk.failed(endpoint, address, call)));
  }

  private CompletableFuture<Answer> byFind(OpenConnector<?, ?> on, Question.Existing question) {
    Endpoint endpoint = endpoint(question);
    return desk.patiently(
            endpoint,
            question.address(),
            Bytes.EMPTY,
            desk.ask(question.home(), on, Operation.LIST),
            Desk.limit(on, Operation.READ),
            envelope -> desk.calls().find(on, envelope, question.properties(), Value.NULL))
        .thenApply(
            call ->
                call.answer()
                    .map(Found::objects)
                    .map(all -> atMostOne(question.address(), all))
                    .orElseGet(() -> Desk.failed(endpoint, question.address(), call)));
  }

  private static Answer atMostOne(Address address, List<Observed> all) {
    if (all.size() > 1) {
      return Desk.unanswered(
          address,
          List.of(
              Diagnostic.of(
                  ObservationProblems.AMBIGUOUS,
                  "For \""
                      + address
                      + "\" the cloud has several objects, among them "
                      + all.get(0).id()
                      + " and "
                      + all.get(1).id()
                      + ". Name one by its identifier.")));
    }
    return new Answer.Looked(all.stream().findFirst().map(Desk::seen));
  }

  private CompletableFuture<Call<List<Observed>>> search(
      OpenConnector<?, ?> on,
      Endpoint endpoint,
      StateObject.Home home,
      Address address,
      Value.MapValue where,
      int limit) {
    return desk.patiently(
        endpoint,
        address,
        Bytes.EMPTY,
        desk.ask(home, on, Operation.LIST),
        Desk.limit(on, Operation.LIST),
        envelope -> desk.calls().search(on, envelope, where, limit));
  }

  CompletableFuture<Answer> refine(Question.Refine question) {
    Checked<OpenConnector<?, ?>> connector =
        desk.connector(question.home(), question.configuration(), question.type());
    Optional<OpenConnector<?, ?>> on = connector.value();
    if (on.isEmpty()) {
      return done(Desk.unanswered(question.address(), connector.diagnostics()));
    }
    if (!(on.get().connector() instanceof PlanRefining<?, ?>)) {
      return done(new Answer.Refined(Optional.empty()));
    }
    Endpoint endpoint = Endpoint.of(question.home(), question.configuration());
    return desk.patiently(
            endpoint,
            question.address(),
            question.opaque(),
            desk.ask(question.home(), on.get(), Operation.READ),
            Desk.limit(on.get(), Operation.READ),
            envelope ->
                desk.calls()
                    .refine(
                        on.get(),
                        envelope,
                        question.declared(),
                        question.prior(),
                        question.proposed()))
        .thenApply(
            call ->
                call.answer()
                    .<Answer>map(refinement -> new Answer.Refined(Optional.of(refinement)))
                    .orElseGet(() -> Desk.failed(endpoint, question.address(), call)));
  }

  private static Endpoint endpoint(Question.Existing question) {
    return Endpoint.of(question.home(), question.configuration());
  }

  private static Answer cannotSearch(Address address, String type) {
    Code code = ObservationProblems.CANNOT_SEARCH;
    return Desk.unanswered(
        address, List.of(Diagnostic.of(code, "The connector of \"" + type + "\" cannot search.")));
  }

  private static CompletableFuture<Answer> done(Answer answer) {
    return CompletableFuture.completedFuture(answer);
  }
}
