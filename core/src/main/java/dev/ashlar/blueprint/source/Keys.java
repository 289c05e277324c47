package dev.ashlar.blueprint.source;

import dev.ashlar.blueprint.DocumentProblems;
import dev.ashlar.blueprint.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the entries of one map and refuses a key that is there already. */
final class Keys {
  private final Problems problems;
  private final List<Node.Entry> entries = new ArrayList<>();
  private final Map<String, Place> places = new HashMap<>();

  Keys(Problems problems) {
    this.problems = problems;
  }

  void add(String key, Place place, Node value) {
    Place first = places.putIfAbsent(key, place);
    if (first == null) {
      entries.add(new Node.Entry(key, place, value));
      return;
    }
    problems.add(
        DocumentProblems.DUPLICATE_KEY,
        place,
        "%s is already set in line %d, column %d: only one of the two can be meant."
            .formatted(Quote.key(key), first.start().line(), first.start().column()));
  }

  List<Node.Entry> entries() {
    return entries;
  }
}
