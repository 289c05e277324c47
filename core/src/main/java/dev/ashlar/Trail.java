package dev.ashlar;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.governance.AuditAnchor;
import dev.ashlar.governance.AuditTrail;
import dev.ashlar.governance.Permission;
import dev.ashlar.governance.Principal;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The audit log of an environment, as far as somebody may have to do with it.
 *
 * @param engine whose it is
 * @param environment of which environment
 * @param principal who has to do with it
 */
record Trail(Engine engine, Environment.Id environment, Principal principal) {

  /** What it says, and whether it is as it was written. */
  CompletableFuture<Checked<AuditTrail>> read(List<AuditAnchor> anchors) {
    return may(Permission.READ_AUDIT, () -> engine.auditing().trail(environment, anchors));
  }

  /** Where it stands. */
  CompletableFuture<Checked<AuditAnchor>> anchor() {
    return may(Permission.READ_AUDIT, () -> engine.auditing().anchor(environment));
  }

  /** Without what is from before a moment. */
  CompletableFuture<Checked<AuditTrail>> prune(Instant before) {
    return may(
        Permission.PRUNE_AUDIT, () -> engine.auditing().prune(environment, principal, before));
  }

  private <T> CompletableFuture<Checked<T>> may(
      Permission permission, Supplier<CompletableFuture<Checked<T>>> work) {
    List<Diagnostic> no = engine.admission().to(principal, permission, environment);
    return no.isEmpty() ? work.get() : CompletableFuture.completedFuture(Checked.refused(no));
  }
}
