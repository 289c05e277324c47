package dev.ashlar;

import com.google.common.collect.MapMaker;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.digest.PlanDigest;
import dev.ashlar.state.secret.Fingerprints;
import java.util.concurrent.ConcurrentMap;

/**
 * Seals plans, and tells whether one is as it was sealed. A plan is immutable, so the very object
 * that this engine has sealed needs no second look, which costs as much as writing it; one that was
 * read, or built, is held against its seal and its digest.
 */
final class Seals {
  /** The plans that were sealed here and are still in somebody's hands, by identity. */
  private final ConcurrentMap<Plan, String> own = new MapMaker().weakKeys().makeMap();

  /**
   * The plan with its seal, which is worked out when somebody asks for it: who applies the very
   * object never does. One with errors is never applied, and gets none.
   */
  Plan seal(Plan plan, Fingerprints fingerprints) {
    if (plan.hasErrors()) {
      return plan;
    }
    Plan sealed = plan.toBuilder().seal(() -> of(plan, fingerprints)).build();
    own.put(sealed, keys(fingerprints));
    return sealed;
  }

  /** Whether it is the very plan that was sealed here, with the same keys. */
  boolean isOwn(Plan plan, Fingerprints fingerprints) {
    return keys(fingerprints).equals(own.get(plan));
  }

  /** Whether the seal is the one that the plan would get. */
  boolean holds(Plan plan, Fingerprints fingerprints) {
    return isOwn(plan, fingerprints) || plan.seal().equals(of(plan, fingerprints));
  }

  /** Whether the digest is the one that the plan would get. */
  boolean isGenuine(Plan plan, Fingerprints fingerprints) {
    return isOwn(plan, fingerprints) || PlanDigest.fits(plan);
  }

  /** The seal covers the whole plan but itself. */
  private static String of(Plan plan, Fingerprints fingerprints) {
    Plan open = plan.seal().isEmpty() ? plan : plan.toBuilder().seal("").build();
    return fingerprints.seal(open::writeJson);
  }

  /** A name for the keys that says nothing of them. */
  private static String keys(Fingerprints fingerprints) {
    return fingerprints.seal(new byte[0]);
  }
}
