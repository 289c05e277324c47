package dev.ashlar.plan.planner;

import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.digest.ChangeDigest;
import dev.ashlar.plan.digest.DigestSet;
import dev.ashlar.plan.digest.PlanDigest;
import dev.ashlar.plan.order.Ordering;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a plan in order, and the digest of each, taken over into the next plan as far as
 * they are the same. For one thread.
 */
@SuppressWarnings("ReferenceEquality") // the very change is meant
final class Arrangement {
  private List<Change> drafts = List.of();
  private Ordering.Ordered ordered = new Ordering.Ordered(List.of(), List.of());
  private int[] places = {};
  private byte[][] digests = {};
  private DigestSet digested = new DigestSet();
  private final BitSet open = new BitSet();
  private @Nullable Reach reach;

  /**
   * Changes in order.
   *
   * @param changes in the order of the graph
   * @param below what depends on what
   * @param fresh puts them in order, where that cannot be told from the order before
   */
  Ordering.Ordered order(List<Change> changes, Reach below, Supplier<Ordering.Ordered> fresh) {
    if (below == reach && ordered.diagnostics().isEmpty() && isAlike(changes)) {
      replace(changes);
    } else {
      take(changes, fresh.get());
    }
    reach = below;
    drafts = changes;
    return ordered;
  }

  /**
   * Whether every change takes the place of the one before in everything that decides the order.
   */
  private boolean isAlike(List<Change> changes) {
    if (changes.size() != drafts.size()) {
      return false;
    }
    for (int i = 0; i < changes.size(); i++) {
      Change before = drafts.get(i);
      Change now = changes.get(i);
      if (before != now && !isAlike(before, now)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAlike(Change before, Change now) {
    return before.id().equals(now.id())
        && now.action() != Action.DELETE
        && before.order().isEmpty()
        && now.order().isEmpty()
        && before.reason().kind() != Reason.Kind.REPLACED
        && now.reason().kind() != Reason.Kind.REPLACED
        && before.prior().equals(now.prior())
        && before.dependencies().equals(now.dependencies());
  }

  private void replace(List<Change> changes) {
    List<Change> all = new ArrayList<>(ordered.changes());
    for (int i = 0; i < changes.size(); i++) {
      Change now = changes.get(i);
      if (now != drafts.get(i)) {
        List<String> waits = all.get(places[i]).dependsOn();
        all.set(places[i], waits.isEmpty() ? now : now.toBuilder().dependsOn(waits).build());
        forget(places[i]);
      }
    }
    ordered = new Ordering.Ordered(all, List.of());
  }

  private void take(List<Change> changes, Ordering.Ordered fresh) {
    Map<String, Integer> before = new HashMap<>(drafts.size() * 2);
    for (int i = 0; i < drafts.size(); i++) {
      before.put(drafts.get(i).id(), i);
    }
    Map<String, Integer> positions = new HashMap<>(changes.size() * 2);
    for (int i = 0; i < changes.size(); i++) {
      positions.put(changes.get(i).id(), i);
    }
    List<Change> all = new ArrayList<>(fresh.changes());
    int[] newPlaces = new int[changes.size()];
    byte[][] newDigests = new byte[all.size()][];
    digested = new DigestSet();
    open.clear();
    open.set(0, all.size());
    for (int i = 0; i < all.size(); i++) {
      Change change = all.get(i);
      Integer position = positions.get(change.id());
      if (position == null) {
        continue;
      }
      newPlaces[position] = i;
      Integer old = before.get(change.id());
      if (old != null && drafts.get(old) == changes.get(position)) {
        Change kept = ordered.changes().get(places[old]);
        if (kept.dependsOn().equals(change.dependsOn()) && kept.order().equals(change.order())) {
          all.set(i, kept);
          keep(newDigests, i, digests[places[old]]);
        }
      }
    }
    places = newPlaces;
    digests = newDigests;
    ordered = new Ordering.Ordered(all, fresh.diagnostics());
  }

  private void keep(byte[][] into, int place, byte @Nullable [] digest) {
    if (digest != null) {
      into[place] = digest;
      digested.add(digest);
      open.clear(place);
    }
  }

  private void forget(int place) {
    if (!open.get(place)) {
      digested.remove(digests[place]);
      open.set(place);
    }
  }

  /** The digest of the plan that has the changes which were put in order last. */
  String digest(Plan plan) {
    ChangeDigest digest = new ChangeDigest();
    for (int at = open.nextSetBit(0); at >= 0; at = open.nextSetBit(at + 1)) {
      digests[at] = digest.of(plan.changes().get(at));
      digested.add(digests[at]);
    }
    open.clear();
    return PlanDigest.of(plan, digested);
  }
}
