package dev.ashlar.state;

import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.schema.Operation;
import dev.ashlar.state.secret.Fingerprints;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What holds of every state, as one numbered predicate: checked when a state is loaded, and by
 * tests after whatever they did. That an address has one current object, and an id one object,
 * holds by the shape of {@link State}.
 *
 * @since 0.1
 */
public final class Invariants {
  private final State state;
  private final List<Diagnostic> broken = new ArrayList<>();

  private Invariants(State state) {
    this.state = state;
  }

  /**
   * Every invariant that is broken, with the codes {@code state.invariant-1} and following; empty
   * for a sound state.
   */
  public static List<Diagnostic> check(State state) {
    Invariants check = new Invariants(state);
    check.wholeState();
    state.objects().forEach(check::object);
    state.deposed().values().forEach(check::order);
    state.pending().values().forEach(check::pending);
    return List.copyOf(check.broken);
  }

  private void wholeState() {
    boolean written = state.serial() > 0 || !state.objects().isEmpty();
    if (state.serial() < 0 || written && state.lineage().isEmpty()) {
      broken(
          StateProblems.SERIAL_UNSOUND,
          "The state has serial %d and lineage \"%s\".".formatted(state.serial(), state.lineage()));
    }
    if (state.run().isPresent()
        && (state.run().get().serial() != state.serial()
            || !state.run().get().lineage().equals(state.lineage()))) {
      broken(
          StateProblems.RUN_UNSOUND,
          "The run \"%s\" leads to serial %d, the state is at %d."
              .formatted(state.run().get().run(), state.run().get().serial(), state.serial()));
    }
    if (state.origin().parameters().hasSecret()) {
      broken(StateProblems.SECRET_MISPLACED, "A recorded parameter is a secret.");
    }
  }

  private void object(StateObject object) {
    if (object.type().isEmpty()
        || object.home().provider().isEmpty()
        || object.home().configuration().isEmpty()) {
      broken(StateProblems.OBJECT_UNNAMED, object, "has no type, provider or configuration");
    }
    if (object.identity().isEmpty() && object.status() != StateObject.Status.IN_DOUBT) {
      broken(StateProblems.IDENTITY_MISSING, object, "exists and has no identity");
    }
    if (object.home().scope().hasSecret()) {
      broken(StateProblems.SECRET_MISPLACED, object, "has a secret in its provider's scope");
    }
    for (String dependency : object.dependencies()) {
      Optional<Address> address = Address.parse(dependency);
      if (address.isEmpty() || address.get().equals(object.id().address())) {
        broken(StateProblems.DEPENDENCY_UNSOUND, object, "depends on \"%s\"".formatted(dependency));
      }
    }
    object.fingerprints().entrySet().forEach(entry -> fingerprint(object, entry));
  }

  private void fingerprint(StateObject object, Map.Entry<ValuePath, String> entry) {
    if (!Fingerprints.isOne(entry.getValue())) {
      broken(
          StateProblems.FINGERPRINT_UNSOUND,
          object,
          "has something else than a fingerprint for %s".formatted(entry.getKey()));
    }
    if (isKept(object.values().declared(), entry.getKey())
        || isKept(object.values().effective(), entry.getKey())
        || isKept(object.values().observed(), entry.getKey())) {
      broken(
          StateProblems.WRITE_ONLY_KEPT, object, "keeps the value of %s".formatted(entry.getKey()));
    }
  }

  private static boolean isKept(Value.MapValue values, ValuePath path) {
    Value value = path.in(values);
    Value content = value instanceof Value.SecretValue secret ? secret.content() : value;
    return !(content instanceof Value.UnknownValue || content instanceof Value.NullValue);
  }

  private void order(StateObject deposed) {
    Optional<StateObject> current = state.at(deposed.id().address());
    if (current.isPresent() && current.get().id().incarnation() <= deposed.id().incarnation()) {
      broken(
          StateProblems.INCARNATION_ORDER,
          deposed,
          "is deposed, and %s is current".formatted(current.get().id()));
    }
  }

  private void pending(State.Pending pending) {
    ObjectId id = pending.began().object();
    Operation operation = pending.began().operation();
    boolean recorded =
        state.deposed().containsKey(id)
            || state.at(id.address()).filter(object -> object.id().equals(id)).isPresent();
    if (!recorded && operation != Operation.CREATE && operation != Operation.READ) {
      broken.add(
          Diagnostic.of(
                  StateProblems.PENDING_WITHOUT_OBJECT,
                  "The operation \"%s\" concerns the object %s, which is not recorded."
                      .formatted(pending.began().change(), id))
              .on(id.address()));
    }
  }

  private void broken(Code code, StateObject object, String what) {
    broken.add(
        Diagnostic.of(code, "The object %s %s.".formatted(object.id(), what))
            .on(object.id().address()));
  }

  private void broken(Code code, String detail) {
    broken.add(Diagnostic.of(code, detail));
  }
}
