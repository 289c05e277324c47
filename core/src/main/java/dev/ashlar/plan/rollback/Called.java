package dev.ashlar.plan.rollback;

import dev.ashlar.state.State;
import dev.ashlar.value.Address;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a way back looks at. A run that has just failed is undone unseen, at once: what it did is
 * recorded, and a look so soon may be stale. So only that is looked at whose call has failed; what
 * others changed elsewhere meanwhile is theirs.
 *
 * @param everything whether no run is open that has failed
 * @param addresses where a call has failed, in words
 */
public record Called(boolean everything, Set<String> addresses) {
  /** By the changes that have ended of the run that is open. */
  public static Called of(State current) {
    boolean undoes = current.run().filter(run -> run.restores().isEmpty()).isPresent();
    Set<String> addresses = new HashSet<>();
    if (undoes) {
      Map<String, Integer> failed = current.ended().failed();
      Set<String> doubtful = new HashSet<>(current.ended().again().keySet());
      doubtful.removeAll(failed.keySet());
      failed.forEach(
          (change, attempt) -> {
            if (attempt > 0) {
              doubtful.add(change);
            }
          });
      doubtful.forEach(change -> addresses.add(address(change)));
    }
    return new Called(!undoes, Set.copyOf(addresses));
  }

  private static String address(String change) {
    return change.substring(0, change.lastIndexOf('#'));
  }

  /** Whether an object at an address is looked at. */
  public boolean includes(Address address) {
    return everything || addresses.contains(address.toString());
  }
}
