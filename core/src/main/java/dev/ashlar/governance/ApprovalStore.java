package dev.ashlar.governance;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.governance.approval.BesideTheLog;
import dev.ashlar.state.StateStore;
import dev.ashlar.value.Bytes;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Where the records of approvals live. An SPI over bytes: the engine signs each record, with the
 * one before, so that a store cannot forge, alter, move or take out one; only that the last ones
 * are missing cannot be seen. Safe for every thread; no method blocks the caller, stages complete
 * on any thread, and fail as those of a {@link StateStore} do.
 *
 * @since 0.1
 */
public interface ApprovalStore {

  /** In the state store, beside the log of the environment. */
  static ApprovalStore beside(StateStore states) {
    return new BesideTheLog(states);
  }

  /**
   * Appends a record, durably, unless there is one at its position already: of two that append at
   * once, one wins.
   *
   * @return whether this one was appended
   */
  CompletionStage<Boolean> append(Entry entry);

  /** The records about a plan, in order; none where there are none. */
  CompletionStage<List<Bytes>> records(Environment.Id environment, String plan);

  /** The names of all plans of which there are records, in the order of their first ones. */
  CompletionStage<List<String>> plans(Environment.Id environment);

  /**
   * A record.
   *
   * @param environment of which environment
   * @param plan a name of the plan: letters and digits
   * @param position how many records of the plan come before
   * @param record the record
   */
  record Entry(Environment.Id environment, String plan, int position, Bytes record) {}
}
