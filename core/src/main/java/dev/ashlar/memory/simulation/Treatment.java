package dev.ashlar.memory.simulation;

import dev.ashlar.connector.Failure;
import dev.ashlar.memory.cloud.Course;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the cloud makes of one call.
 *
 * @param refusal why it does nothing; empty where it does as asked
 * @param quota how many objects of the type there may be in the place; empty for any number
 * @param course what is special about the operation that begins
 * @param readLag for how long a read does not show the effect
 * @param listLag for how long a list does not show it
 * @param age of a question: how old what it sees is
 */
public record Treatment(
    Optional<Failure> refusal,
    OptionalInt quota,
    Course course,
    Duration readLag,
    Duration listLag,
    Duration age) {
  /** As it is every day. */
  public static final Treatment USUAL =
      new Treatment(
          Optional.empty(),
          OptionalInt.empty(),
          Course.USUAL,
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO);

  /** Refused. */
  public Treatment refused(Failure why) {
    return new Treatment(Optional.of(why), quota, course, readLag, listLag, age);
  }

  /** With no more objects than this. */
  public Treatment quota(int most) {
    return new Treatment(refusal, OptionalInt.of(most), course, readLag, listLag, age);
  }

  /** With an operation that takes this course. */
  public Treatment course(Course other) {
    return new Treatment(refusal, quota, other, readLag, listLag, age);
  }

  /** Not shown by reads for so long. */
  public Treatment readLag(Duration other) {
    return new Treatment(refusal, quota, course, other, listLag, age);
  }

  /** Not shown by lists for so long. */
  public Treatment listLag(Duration other) {
    return new Treatment(refusal, quota, course, readLag, other, age);
  }

  /** Seeing what was so long ago. */
  public Treatment age(Duration other) {
    return new Treatment(refusal, quota, course, readLag, listLag, other);
  }
}
