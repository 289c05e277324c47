package dev.ashlar.aws.service.ec2;

import java.util.ArrayList;
import java.util.List;

/** An identifier of two parts, joined by a bar as Cloud Control has it. */
record Composite(String first, String second) {
  static Composite read(String id) {
    int bar = id.indexOf('|');
    return bar < 0
        ? new Composite(id, "")
        : new Composite(id.substring(0, bar), id.substring(bar + 1));
  }

  static List<Composite> all(Iterable<String> ids) {
    List<Composite> all = new ArrayList<>();
    ids.forEach(id -> all.add(read(id)));
    return all;
  }

  @Override
  public String toString() {
    return first + "|" + second;
  }
}
