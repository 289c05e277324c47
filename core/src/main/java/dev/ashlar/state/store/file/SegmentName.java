package dev.ashlar.state.store.file;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a segment's file: {@code 00000003-1.log} is the second that epoch 3 began.
 *
 * @param epoch the epoch that began it
 * @param number counts the epoch's segments, from 0
 */
record SegmentName(long epoch, int number) {
  private static final Pattern PATTERN = Pattern.compile("(\\d{8,18})-(\\d{1,9})\\.log");

  static Optional<SegmentName> read(String file) {
    Matcher name = PATTERN.matcher(file);
    return name.matches()
        ? Optional.of(
            new SegmentName(Long.parseLong(name.group(1)), Integer.parseInt(name.group(2))))
        : Optional.empty();
  }

  SegmentName next() {
    return new SegmentName(epoch, number + 1);
  }

  @Override
  public String toString() {
    return String.format("%08d-%d.log", epoch, number);
  }
}
