package dev.ashlar.memory.store;

import dev.ashlar.memory.cloud.CloudState;
import dev.ashlar.memory.cloud.Decision;
import java.util.function.Function;

/** Holds the cloud's objects, one decision at a time. Safe for every thread. */
public interface CloudStore {

  /** Lets a request be decided on, keeps what it changes, and gives the answer. */
  <T> T decide(Function<CloudState, Decision<T>> request);

  /** Looks at the objects; the function must not keep the state. */
  default <T> T look(Function<CloudState, T> question) {
    return decide(state -> Decision.unchanged(question.apply(state)));
  }

  /**
   * Makes sure that there can be a cloud, without reading it.
   *
   * @throws UnreadableCloudException if what is kept is something else
   */
  void check();

  /** Tidies up what is kept; nothing is lost without it. */
  void tidy();
}
