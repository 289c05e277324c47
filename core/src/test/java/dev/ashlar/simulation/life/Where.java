package dev.ashlar.simulation.life;

import dev.ashlar.simulation.world.Boundary;

/** Where a change was when its process ended, as the coverage counts it. */
public enum Where {
  BEFORE_BEGIN("begin?"),
  BEGUN("begun"),
  CALLED("called"),
  NO_REPLY("effect"),
  NO_END("reply"),
  PROGRESSED("token"),
  ENDED("ended"),
  BETWEEN_FLUSHES("flushed"),
  RUN("run"),
  COMPACTION("compact"),
  RECOVERY("recover");

  private final String text;

  Where(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  static Where of(Boundary boundary, boolean recovering) {
    if (recovering) {
      return RECOVERY;
    }
    return switch (boundary) {
      case BEFORE_BEGIN, LOOKED -> BEFORE_BEGIN;
      case BEGUN -> BEGUN;
      case CALLED -> CALLED;
      case REACHED -> NO_REPLY;
      case ANSWERED, BEFORE_END -> NO_END;
      case PROGRESSED -> PROGRESSED;
      case ENDED -> ENDED;
      case BETWEEN_FLUSHES -> BETWEEN_FLUSHES;
      case LEASED, RUN_BEGINS, RUN_BEGUN, RUN_ENDS, RUN_ENDED, RELEASES -> RUN;
      case COMPACTS, COMPACTED -> COMPACTION;
    };
  }
}
