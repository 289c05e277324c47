package dev.ashlar;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.governance.AccessRequest;
import dev.ashlar.governance.Permission;
import dev.ashlar.governance.Principal;
import dev.ashlar.governance.access.Withholding;
import dev.ashlar.state.State;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/**
 * The records of an environment, as somebody may read them.
 *
 * @param engine whose they are
 * @param environment of which environment
 * @param stage its stage, where a document says it
 * @param principal who reads
 */
record Records(
    Engine engine, Environment.Id environment, Optional<String> stage, Principal principal) {

  /** The environments of which something is recorded and which somebody may read. */
  static CompletableFuture<List<Environment.Id>> environments(Engine engine, Principal principal) {
    return engine
        .states()
        .environments()
        .thenApply(
            all ->
                all.stream()
                    .filter(
                        id -> engine.admission().to(principal, Permission.READ_STATE, id).isEmpty())
                    .toList());
  }

  /** As they are now, or were when the run of a serial had ended. */
  CompletableFuture<Checked<State>> read(OptionalLong serial) {
    AccessRequest request = request(Permission.READ_STATE);
    List<Diagnostic> no = engine.admission().to(request);
    if (!no.isEmpty()) {
      return CompletableFuture.completedFuture(Checked.refused(no));
    }
    CompletableFuture<Checked<State>> loaded =
        serial.isPresent()
            ? engine.states().load(environment, serial.getAsLong())
            : engine.states().load(environment);
    return loaded.thenApply(
        state -> state.value().isEmpty() ? state : shown(request, state, state.orThrow()));
  }

  /** The states that can still be read. */
  CompletableFuture<Checked<List<Serial>>> serials() {
    List<Diagnostic> no = engine.admission().to(request(Permission.READ_STATE));
    return no.isEmpty()
        ? new Serials(engine.states(), environment).list()
        : CompletableFuture.completedFuture(Checked.refused(no));
  }

  /** Changes the key of the secrets, and forgets the former ones where that is asked for. */
  CompletableFuture<Checked<State>> rekey(boolean forgetFormer) {
    List<Diagnostic> no = engine.admission().to(request(Permission.REKEY));
    if (!no.isEmpty()) {
      return engine
          .auditing()
          .note(environment, AuditDeeds.refused("rekey", "", no, principal))
          .thenApply(untold -> Checked.refused(no));
    }
    return engine
        .auditing()
        .keysChanged(environment, principal, forgetFormer, () -> rekeyed(forgetFormer));
  }

  private CompletableFuture<Checked<State>> rekeyed(boolean forgetFormer) {
    return engine
        .states()
        .rekey(environment, principal.name(), Applying.LONGEST_WAIT_FOR_RECORDS, forgetFormer)
        .thenApply(state -> state.map(this::shown));
  }

  private Checked<State> shown(AccessRequest request, Checked<State> read, State state) {
    List<Diagnostic> no = engine.admission().toRead(request, state);
    if (!no.isEmpty()) {
      return Checked.refused(no);
    }
    return Checked.of(shown(state), read.diagnostics());
  }

  /** The records, with their secrets only for whoever may see those. */
  State shown(State state) {
    AccessRequest secrets = request(Permission.READ_SECRET);
    return engine.admission().is(secrets) && engine.admission().toRead(secrets, state).isEmpty()
        ? state
        : Withholding.of(state);
  }

  private AccessRequest request(Permission permission) {
    AccessRequest request = AccessRequest.of(principal, permission, environment);
    return stage.isPresent() ? request.at(stage.get()) : request;
  }
}
