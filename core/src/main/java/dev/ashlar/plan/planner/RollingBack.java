package dev.ashlar.plan.planner;

import dev.ashlar.blueprint.Lifecycle;
import dev.ashlar.blueprint.Place;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.ReplaceOrder;
import dev.ashlar.plan.instance.Instance;
import dev.ashlar.plan.object.Decision;
import dev.ashlar.plan.object.ObjectDecision;
import dev.ashlar.plan.object.ObjectInputs;
import dev.ashlar.plan.object.Recorded;
import dev.ashlar.plan.object.Removing;
import dev.ashlar.plan.object.Restoring;
import dev.ashlar.plan.object.Whereabouts;
import dev.ashlar.plan.object.Wish;
import dev.ashlar.plan.question.Answer;
import dev.ashlar.plan.question.Question;
import dev.ashlar.plan.rollback.Called;
import dev.ashlar.plan.rollback.Former;
import dev.ashlar.plan.rollback.Pairing;
import dev.ashlar.plan.rollback.Provenance;
import dev.ashlar.plan.rollback.Rewriting;
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A plan that leads back to a former state: its inputs, its topology and its outputs are what is
 * declared. What is the same object of the cloud is changed back, what is gone is made anew, what
 * was added goes.
 */
final class RollingBack {
  private final Groundwork ground;
  private final State former;
  private final State current;
  private final AsApplied applied;
  private final Recollection recollection;
  private final Unrestored unrestored;
  private final List<Former> formers;
  private final Map<String, Set<String>> below;
  private final Extent extent;
  private final Called called;
  private final Provenance provenance = new Provenance();
  private final NodeResult.Parts parts = new NodeResult.Parts();
  private final Set<String> goesFirst = new HashSet<>();
  private final Set<String> waiting = new HashSet<>();
  private final Set<ObjectId> accounted = new HashSet<>();
  private final List<StateObject> untouched = new ArrayList<>();

  private RollingBack(Groundwork ground) {
    this.ground = ground;
    this.former = ground.request().former().orElseThrow();
    this.current = ground.request().state();
    this.applied = new AsApplied(ground);
    this.recollection = new Recollection(ground, applied);
    this.unrestored = new Unrestored(applied, parts.diagnostics);
    this.formers = Pairing.of(former, current);
    this.below = Restoration.below(formers);
    this.extent = Extent.of(ground.request().mode(), former, current);
    this.called = Called.of(current);
  }

  /**
   * What a rollback does.
   *
   * @param result the changes
   * @param outputs the outputs
   * @param restoration what is taken from the former state
   */
  record Undone(NodeResult result, Outputs outputs, Restoration restoration) {}

  static Undone plan(Groundwork ground) {
    return new RollingBack(ground).plan();
  }

  private Undone plan() {
    parts.diagnostics.addAll(extent.diagnostics());
    formers.forEach(this::restore);
    if (waiting.isEmpty() && parts.questions.isEmpty()) {
      remove();
    }
    Rewriting.Rewritten outputs =
        Rewriting.outputs(former.outputs(), provenance, Place.inCode("outputs"));
    return new Undone(
        parts.result(Value.NULL),
        extent.everything()
            ? Outputs.restored(ground.request(), outputs.values())
            : Outputs.kept(ground.request()),
        Restoration.of(formers, below, provenance, outputs.terms(), outputs.values()));
  }

  private void restore(Former candidate) {
    Former pair = candidate;
    StateObject object = pair.object();
    Optional<ResourceSchema> schema = ground.request().facts().catalog().schema(object.type());
    if (pair.deposed() && extent.includes(pair.address())) {
      Optional<Question> question = look(pair.now().orElseThrow());
      Optional<Answer> answer = question.flatMap(ground.request().observations()::to);
      if (question.isPresent() && answer.isEmpty()) {
        ask(List.of(question.get()), pair.address());
        return;
      }
      boolean gone = answer.orElse(null) instanceof Answer.Looked look && look.seen().isEmpty();
      pair = gone ? pair.instead(current.at(pair.address())) : pair;
    }
    pair.now().ifPresent(now -> accounted.add(now.original().id()));
    if (!extent.includes(pair.address())) {
      pair.now().ifPresent(now -> untouched.add(now.original()));
      return;
    }
    if (schema.isEmpty()) {
      unrestored.add(object, "its type " + object.type() + " is not known any more");
      return;
    }
    if (below(pair).stream().anyMatch(waiting::contains)) {
      waiting.add(name(pair));
      return;
    }
    decide(pair, schema.get());
  }

  /** The question how an object is, where it is to be looked at. */
  private Optional<Question> look(Recorded object) {
    boolean looks =
        called.includes(object.original().id().address()) || called.includes(object.id().address());
    return looks ? ground.refresh(object.original()) : Optional.empty();
  }

  private void ask(List<Question> questions, Address address) {
    parts.atLeast(Standing.WAITING);
    parts.questions.addAll(questions);
    waiting.add(address.declaration().toString());
  }

  private void decide(Former pair, ResourceSchema schema) {
    StateObject object = pair.object();
    Map<ValuePath, Rewriting.Supplied> supplied = recollection.of(object);
    Rewriting.Rewritten declared =
        Rewriting.properties(
            object.values().declared(),
            provenance,
            object.dependencies(),
            supplied,
            applied.place(object));
    ObjectInputs in = inputs(pair, schema, declared);
    Decision decision =
        pair.now().isEmpty()
            ? Restoring.gone(in, object, wasDeleted(object))
            : ObjectDecision.decide(in);
    if (decision instanceof Decision.Asking asking) {
      ask(asking.questions(), pair.address());
      return;
    }
    Decision.Decided decided = (Decision.Decided) decision;
    decided = Restoring.recorded(in, decided);
    if (pair.deposed()) {
      decided = Restoring.current(in, pair.now().orElseThrow(), decided);
    }
    take(pair, schema, decided, unsupplied(pair, supplied, declared, makes(decided)));
  }

  private void take(
      Former pair, ResourceSchema schema, Decision.Decided decided, List<ValuePath> unsupplied) {
    StateObject object = pair.object();
    boolean makes = makes(decided);
    if (makes && !schema.operations().contains(Operation.CREATE)) {
      unrestored.add(object, "objects of type " + object.type() + " cannot be created");
      pair.now().ifPresent(now -> untouched.add(now.original()));
      return;
    }
    unsupplied.forEach(path -> unrestored.secret(object, path));
    parts.changes.addAll(decided.changes());
    parts.diagnostics.addAll(decided.diagnostics());
    parts.unchanged += decided.changes().isEmpty() ? 1 : 0;
    for (Change change : decided.changes()) {
      boolean oldFirst =
          change.action() == Action.REPLACE
              && change.order().filter(ReplaceOrder.DELETE_THEN_CREATE::equals).isPresent();
      if (oldFirst) {
        goesFirst.add(name(pair));
      }
    }
    if (makes) {
      provenance.another(object, schema, Optional.empty(), false);
    } else if (pair.now().isPresent() && !pair.isSame()) {
      boolean stays = decided.changes().stream().noneMatch(change -> change.action().mutates());
      provenance.another(object, schema, pair.now().map(Recorded::original), stays);
    }
  }

  private static boolean makes(Decision.Decided decided) {
    return decided.changes().stream()
        .map(Change::action)
        .anyMatch(
            action ->
                switch (action) {
                  case CREATE, REPLACE, REPLACE_IF_CHANGED -> true;
                  default -> false;
                });
  }

  /** The places of values that are needed, and of which only fingerprints are there. */
  private static List<ValuePath> unsupplied(
      Former pair,
      Map<ValuePath, Rewriting.Supplied> supplied,
      Rewriting.Rewritten declared,
      boolean makes) {
    List<ValuePath> missing = new ArrayList<>();
    if (declared.stale()) {
      missing.add(ValuePath.ROOT);
    }
    for (Map.Entry<ValuePath, String> print : pair.object().fingerprints().entrySet()) {
      boolean asItIs =
          !makes
              && pair.now().isPresent()
              && print
                  .getValue()
                  .equals(pair.now().get().original().fingerprints().get(print.getKey()));
      if (!asItIs && !supplied.containsKey(print.getKey())) {
        missing.add(print.getKey());
      }
    }
    return missing;
  }

  private ObjectInputs inputs(Former pair, ResourceSchema schema, Rewriting.Rewritten declared) {
    StateObject object = pair.object();
    Lifecycle treatment =
        applied
            .declared(object)
            .filter(node -> node.declaration().type().equals(object.type()))
            .map(node -> node.declaration().lifecycle())
            .orElse(Lifecycle.DEFAULT);
    return new ObjectInputs(
        applied.node(object, schema, declared.terms(), declared.values(), treatment),
        new Instance(pair.address(), Value.NULL),
        declared.values(),
        object.lifecycle(),
        new Whereabouts(object.home(), ground.configurations().of(object)),
        object.dependencies(),
        pair.now(),
        Wish.AS_BEFORE,
        below(pair).stream().anyMatch(goesFirst::contains),
        incarnation(pair),
        ground.request().graph().environment().id().name(),
        ground.request().state().lineage(),
        pair.now().flatMap(this::look),
        ground.request().observations(),
        ground.request().facts());
  }

  /** Of an object that is made anew: after all that were there, and all that will be. */
  private int incarnation(Former pair) {
    int own = pair.now().map(Recorded::id).map(ObjectId::incarnation).orElse(0);
    int former = pair.object().id().incarnation();
    return Math.max(Incarnations.highest(current, pair.address()), Math.max(own, former)) + 1;
  }

  private Set<String> below(Former pair) {
    return below.getOrDefault(name(pair), Set.of());
  }

  private static String name(Former pair) {
    return pair.address().declaration().toString();
  }

  /** Whether the run that is still open has deleted it. */
  private boolean wasDeleted(StateObject object) {
    return current.ended().done().contains(object.id() + "/" + Action.DELETE.text());
  }

  private void remove() {
    Map<Address, StateObject> added = new TreeMap<>();
    for (StateObject object : current.current().values()) {
      if (!accounted.contains(object.id())) {
        if (extent.includes(object.id().address())) {
          added.put(object.id().address(), object);
        } else {
          untouched.add(object);
        }
      }
    }
    Map<Address, String> staying =
        Undoable.staying(ground.request().facts(), added.values(), untouched);
    added.forEach(
        (address, object) -> {
          if (staying.containsKey(address)) {
            unrestored.add(object, staying.get(address));
          } else {
            parts.changes.add(Restoring.removal(ground.request().facts(), object, isGone(object)));
          }
        });
    deposed(current.deposed().values());
  }

  /** Of what an open run has made a look may be stale; to delete what is gone does no harm. */
  private boolean isGone(StateObject object) {
    return current.run().isEmpty() && ground.gone(object);
  }

  private void deposed(Collection<StateObject> objects) {
    for (StateObject object : objects) {
      if (!accounted.contains(object.id()) && extent.includes(object.id().address())) {
        parts.changes.add(
            Removing.decide(
                ground.request().facts(),
                object.withLifecycle(StateObject.StoredLifecycle.DEFAULT),
                false,
                Reason.of(Reason.Kind.DEPOSED)));
      }
    }
  }
}
