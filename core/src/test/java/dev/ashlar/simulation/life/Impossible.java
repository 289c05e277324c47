package dev.ashlar.simulation.life;

import dev.ashlar.simulation.scenario.Trouble;
import java.util.Optional;

/** The one table of what cannot come about, and why. */
final class Impossible {
  private Impossible() {}

  /** Why a deed cannot be at a place; empty where it can. */
  static Optional<String> because(Deed deed, Where where) {
    if (deed == Deed.NOTHING) {
      return Optional.of("nothing is done, and nothing is planned of it");
    }
    if (deed == Deed.DEFERRED) {
      return Optional.empty();
    }
    boolean calls = deed.calls();
    return switch (where) {
      case BEGUN, CALLED, PROGRESSED ->
          calls ? Optional.empty() : Optional.of("no change is asked for, so nothing begins");
      case BEFORE_BEGIN ->
          calls || deed == Deed.ADOPT
              ? Optional.empty()
              : Optional.of("no change is asked for, so nothing begins");
      case NO_REPLY ->
          calls || deed == Deed.READ
              ? Optional.empty()
              : Optional.of("the cloud is not asked at all");
      case RECOVERY -> calls ? Optional.empty() : Optional.of("what never began need not be ended");
      default -> Optional.empty();
    };
  }

  /** Why a trouble cannot befall a deed; empty where it can. */
  static Optional<String> because(Deed deed, Trouble trouble) {
    if (trouble == Trouble.NONE) {
      return Optional.empty();
    }
    if (deed == Deed.DEFERRED || deed == Deed.NOTHING) {
      return Optional.of("nothing is asked and nothing written of it");
    }
    if (!trouble.isOfTheCloud()) {
      return Optional.empty();
    }
    boolean looks = deed == Deed.READ || deed == Deed.ADOPT;
    if (!deed.calls() && !looks) {
      return Optional.of("the cloud is not asked at all");
    }
    boolean makes =
        switch (deed) {
          case CREATE, REPLACE_OLD_FIRST, REPLACE_NEW_FIRST, REPLACE_IF_CHANGED -> true;
          default -> false;
        };
    // What is to be changed of an adopted object is a change of its own.
    boolean alters = deed == Deed.UPDATE || deed == Deed.REPLACE_IF_CHANGED;
    return switch (trouble) {
      case QUOTA, PARTIAL_CREATE -> makes ? Optional.empty() : Optional.of("nothing new is made");
      case PARTIAL_UPDATE -> alters ? Optional.empty() : Optional.of("nothing is changed in place");
      case STALE -> makes ? Optional.of("what is not there is not looked at") : Optional.empty();
      case LATE_EFFECT, LATE_FAILURE, LONG_RUNNING, DUPLICATE, EVENTUAL_READS, EVENTUAL_LISTS ->
          looks ? Optional.of("a question has no effect") : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** Why a trouble cannot have come about at a place; empty where it can. */
  static Optional<String> because(Trouble trouble, Where where) {
    if (trouble == Trouble.NONE) {
      return Optional.empty();
    }
    boolean takesLong = trouble == Trouble.LONG_RUNNING || trouble == Trouble.LATE_FAILURE;
    return switch (where) {
      case PROGRESSED ->
          takesLong ? Optional.empty() : Optional.of("only what takes long gives a token");
      case CALLED ->
          trouble == Trouble.DISK_FULL
                  || trouble == Trouble.FLUSH_FAILED
                  || trouble == Trouble.STALE
              ? Optional.of("where writing or looking fails nothing is called")
              : Optional.empty();
      case BEFORE_BEGIN, BEGUN ->
          Optional.of("what befalls a call cannot have befallen it before the call");
      case RUN ->
          trouble.isOfTheCloud()
              ? Optional.of("what befell a call is over by then")
              : Optional.empty();
      case COMPACTION -> Optional.of("what befell a call is over by then");
      case RECOVERY, NO_REPLY, NO_END, ENDED, BETWEEN_FLUSHES ->
          trouble.isOfTheCloud() ? Optional.empty() : Optional.of("the first failed write ends it");
    };
  }
}
