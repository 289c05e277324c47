package dev.ashlar.memory.fault;

/**
 * A fault: what, to whom, when.
 *
 * @param name what it is called in reports
 * @param mishap what goes wrong
 * @param scope which calls it is for
 * @param schedule when and how often it strikes
 */
public record FaultRule(String name, Mishap mishap, Scope scope, Schedule schedule) {
  /** The same, for these calls. */
  public FaultRule with(Scope other) {
    return new FaultRule(name, mishap, other, schedule);
  }

  /** The same, at these times. */
  public FaultRule with(Schedule other) {
    return new FaultRule(name, mishap, scope, other);
  }
}
