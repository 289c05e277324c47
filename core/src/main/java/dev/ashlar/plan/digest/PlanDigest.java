package dev.ashlar.plan.digest;

import dev.ashlar.plan.Change;
import dev.ashlar.plan.OutputChange;
import dev.ashlar.plan.Plan;
import dev.ashlar.value.Value;
import dev.ashlar.value.digest.Sha256;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The digest of a plan: a root over a header and the digests of all changes, whatever order they
 * are listed in. Two plans that do the same to the same have the same, on any machine; verdicts,
 * approvals, places in files, the lineage and everything of a secret but that it is one are no part
 * of it.
 */
public final class PlanDigest {
  private PlanDigest() {}

  /** The digest of a plan; the one that stands in it counts for nothing. */
  public static String of(Plan plan) {
    ChangeDigest digest = new ChangeDigest();
    DigestSet changes = new DigestSet();
    plan.changes().forEach(change -> changes.add(digest.of(change)));
    return of(plan, changes);
  }

  /**
   * The digest of a plan whose changes are digested already.
   *
   * @param changes the digests of all changes
   */
  public static String of(Plan plan, DigestSet changes) {
    MessageDigest root = Sha256.digest();
    root.update(new Digesting().of(header(plan)));
    changes.update(root);
    return HexFormat.of().formatHex(root.digest());
  }

  /** Whether a plan is the one that its digest stands for. */
  public static boolean fits(Plan plan) {
    return !plan.digest().isEmpty() && plan.digest().equals(of(plan));
  }

  /**
   * The digest of what expressions read of observations: a root over that of each declaration which
   * is read, so that one that changes costs no look at the others.
   *
   * @param read the digests of {@link ReadDigest}
   */
  public static String ofObservations(DigestSet read) {
    MessageDigest root = Sha256.digest();
    read.update(root);
    return HexFormat.of().formatHex(root.digest());
  }

  /** The digest of one change. */
  public static String ofChange(Change change) {
    return HexFormat.of().formatHex(new ChangeDigest().of(change));
  }

  private static Value header(Plan plan) {
    TreeMap<String, Value> header = new TreeMap<>();
    header.put("environment", Value.of(plan.environment().name()));
    header.put("tenant", Value.of(plan.environment().tenant()));
    header.put("serial", Value.of(plan.serial()));
    header.put("follows", Value.of(plan.follows().orElse("")));
    header.put("onFailure", Value.of(plan.onFailure().name()));
    header.put("schemas", schemas(plan.changes()));
    header.put("outputs", outputs(plan.outputs()));
    header.put("observations", Value.of(plan.observations()));
    header.put("blueprint", Value.of(plan.origin().blueprint()));
    header.put("version", Value.of(plan.origin().version()));
    header.put("errors", Value.of(plan.hasErrors()));
    plan.restores().ifPresent(serial -> header.put("restores", Value.of(serial)));
    return new Value.MapValue(header);
  }

  private static Value schemas(List<Change> changes) {
    TreeMap<String, Value> schemas = new TreeMap<>();
    Change last = null;
    for (Change change : changes) {
      boolean again =
          last != null
              && last.type().equals(change.type())
              && last.schema().equals(change.schema());
      if (!again) {
        schemas.put(
            change.type() + "@" + change.schema().version(), Value.of(change.schema().digest()));
      }
      last = change;
    }
    return new Value.MapValue(schemas);
  }

  private static Value outputs(Map<String, OutputChange> outputs) {
    TreeMap<String, Value> all = new TreeMap<>();
    outputs.forEach(
        (name, output) ->
            all.put(
                name, Value.list(output.before(), output.after(), Value.of(output.sensitive()))));
    return new Value.MapValue(all);
  }
}
