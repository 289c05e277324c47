package dev.ashlar.testkit.contract;

import dev.ashlar.connector.Connector;
import dev.ashlar.connector.Reading;
import dev.ashlar.connector.Requests;
import dev.ashlar.connector.Requests.Envelope;
import dev.ashlar.value.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was made and is still there. It is taken away by hand, youngest first, so that the next
 * check finds an empty place.
 *
 * @param lab where it was made
 */
record Leftovers(Lab lab) {
  private static final int ROUNDS = 6;

  /** All objects that calls on the tape made, by identifier. */
  Map<String, Connector<?, ?>> made() {
    Map<String, Connector<?, ?>> made = new LinkedHashMap<>();
    for (Tape.Take take :
        lab.tape().takes(it -> it.method().equals("create") || it.method().equals("resume"))) {
      take.answered()
          .flatMap(Elsewhere::id)
          .ifPresent(id -> made.putIfAbsent(id, take.connector()));
    }
    return made;
  }

  /**
   * Takes objects away, again and again, as long as some are in the way of others.
   *
   * @return what there was, in words
   */
  List<String> removed(Map<String, Connector<?, ?>> objects) {
    List<Map.Entry<String, Connector<?, ?>>> youngestFirst = new ArrayList<>(objects.entrySet());
    Collections.reverse(youngestFirst);
    Map<String, String> problems = new LinkedHashMap<>();
    Duration wait = Duration.ofMillis(100);
    for (int round = 0; round < ROUNDS && !youngestFirst.isEmpty(); round++) {
      if (round > 0) {
        lab.pace().pause(wait);
        wait = wait.multipliedBy(3);
      }
      youngestFirst.removeIf(each -> isGone(each.getValue(), each.getKey(), problems));
    }
    return List.copyOf(problems.values());
  }

  /** Whether it is not there; if it is, its removal begins. */
  private <S, O> boolean isGone(
      Connector<S, O> connector, String id, Map<String, String> problems) {
    String what = connector.type().schema().type() + " " + id;
    Envelope envelope =
        new Envelope(
            lab.address(),
            Bytes.EMPTY,
            Duration.ofMinutes(5),
            "leftover-" + Integer.toHexString(id.hashCode()));
    try {
      Reading<S, O> reading =
          lab.pace().await(connector.read(Requests.read(envelope, id, spec(connector, id))));
      if (reading == null || !reading.isFound()) {
        problems.computeIfPresent(id, (key, text) -> what + " was left over; it is gone now");
        return true;
      }
      problems.put(id, what + " was left over and is still there: remove it by hand");
      var unused =
          lab.pace()
              .await(
                  connector.delete(
                      Requests.delete(
                          envelope,
                          id,
                          reading.spec().orElseThrow(),
                          reading.outputs().orElseThrow(),
                          Optional.empty())));
    } catch (RuntimeException e) {
      problems.putIfAbsent(id, what + " may be left over, look for it: " + e.getClass().getName());
    }
    return false;
  }

  /** What it was to be, where a create on the tape says so: of the type that it is called with. */
  @SuppressWarnings("unchecked")
  private <S, O> Optional<S> spec(Connector<S, O> connector, String id) {
    return lab.tape().takes(connector.type().schema().type(), "create").stream()
        .filter(take -> take.answered().flatMap(Elsewhere::id).filter(id::equals).isPresent())
        .map(take -> ((Connector.CreateRequest<S>) take.request()).spec())
        .findFirst();
  }
}
