package dev.ashlar.testing.disk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** A file or a folder: as written, and as the disk would have it after a power cut. */
final class Inode {
  final boolean folder;
  final TreeMap<String, Inode> names = new TreeMap<>();
  final TreeMap<String, Inode> durableNames = new TreeMap<>();
  private final List<Step> unforced = new ArrayList<>();
  private byte[] written = new byte[0];
  private byte[] forced = new byte[0];

  Inode(boolean folder) {
    this.folder = folder;
  }

  /**
   * A change of a file's content.
   *
   * @param at where it was written; the new length for a cut
   * @param bytes what was written; null for a cut
   */
  private record Step(int at, byte @org.jspecify.annotations.Nullable [] bytes) {
    byte[] on(byte[] old, int part) {
      if (bytes == null) {
        return Arrays.copyOf(old, Math.min(old.length, at));
      }
      byte[] next = Arrays.copyOf(old, Math.max(old.length, at + part));
      System.arraycopy(bytes, 0, next, at, part);
      return next;
    }

    int length() {
      return bytes == null ? 0 : bytes.length;
    }
  }

  byte[] written() {
    return written;
  }

  void write(int at, byte[] bytes) {
    add(new Step(at, bytes));
  }

  void truncate(int length) {
    if (length < written.length) {
      add(new Step(length, null));
    }
  }

  private void add(Step step) {
    written = step.on(written, step.length());
    unforced.add(step);
  }

  void force() {
    forced = left(unforced.size(), Cut.WHOLE);
    unforced.clear();
  }

  /** A flush failed: the system takes what it holds for written, and it never was. */
  void lose() {
    unforced.clear();
  }

  int unforced() {
    return unforced.size();
  }

  /** What a power cut leaves: so many of the unforced changes, the last of them like this. */
  byte[] left(int changes, Cut cut) {
    byte[] left = forced;
    int most = Math.min(changes, unforced.size());
    for (int i = 0; i < most; i++) {
      Step step = unforced.get(i);
      boolean last = i == most - 1;
      int part = last && cut == Cut.HALF ? step.length() / 2 : step.length();
      left = step.on(left, part);
      if (last && cut == Cut.ZEROS) {
        Arrays.fill(left, step.at(), step.at() + part, (byte) 0);
      }
    }
    return left;
  }

  static Inode file(byte[] content) {
    Inode file = new Inode(false);
    file.written = content;
    file.forced = content;
    return file;
  }
}
