package dev.ashlar.simulation.world;

/** A moment in the life of an operation, or of its run, at which a process can end. */
public enum Boundary {
  /** The lease is taken, nothing is written. */
  LEASED("leased"),
  /** The run's begin is about to be written. */
  RUN_BEGINS("run begins"),
  /** The run's begin is durable. */
  RUN_BEGUN("run begun"),
  /** The begin is about to be written. */
  BEFORE_BEGIN("before begin"),
  /** The begin is durable, the call is not made. */
  BEGUN("begin durable"),
  /** The call is on its way and has had no effect yet. */
  CALLED("called, no effect yet"),
  /** The call has reached the cloud, its answer is on its way. */
  REACHED("effect, no reply yet"),
  /** The answer is there, the end is not written. */
  ANSWERED("reply, end not written"),
  /** What goes on is durable: a token or a name. */
  PROGRESSED("progress durable"),
  /** The end is about to be written. */
  BEFORE_END("before end"),
  /** The end is durable, and the process does not know. */
  ENDED("end durable"),
  /** A flush was reported, and the next one has not begun. */
  BETWEEN_FLUSHES("between flushes"),
  /** The cloud was asked what is there. */
  LOOKED("looked"),
  /** The run's end is about to be written. */
  RUN_ENDS("run ends"),
  /** The run's end is durable. */
  RUN_ENDED("run ended"),
  /** A snapshot is about to be written. */
  COMPACTS("compacts"),
  /** A snapshot is durable. */
  COMPACTED("compacted"),
  /** The lease is about to be given back. */
  RELEASES("releases");

  private final String text;

  Boundary(String text) {
    this.text = text;
  }

  /** In words. */
  public String text() {
    return text;
  }
}
