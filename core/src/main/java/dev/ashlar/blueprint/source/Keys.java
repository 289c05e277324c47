package dev.ashlar.blueprint.source;

import dev.ashlar.blueprint.DocumentProblems;
import dev.ashlar.blueprint.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the entries of one map and refuses a key that is there already. */
final class Keys {
  /** So many keys are looked through faster than hashed. */
  private static final int FEW = 8;

  private final Problems problems;
  private final List<Node.Entry> entries = new ArrayList<>(4);
  private @Nullable Map<String, Node.Entry> many;

  Keys(Problems problems) {
    this.problems = problems;
  }

  void add(String key, Place place, Node value) {
    Node.Entry first = first(key);
    if (first == null) {
      Node.Entry entry = new Node.Entry(key, place, value);
      entries.add(entry);
      if (many != null) {
        many.put(key, entry);
      }
      return;
    }
    problems.add(
        DocumentProblems.DUPLICATE_KEY,
        place,
        "%s is already set in line %d, column %d: only one of the two can be meant."
            .formatted(
                Quote.key(key), first.place().start().line(), first.place().start().column()));
  }

  private Node.@Nullable Entry first(String key) {
    if (entries.size() < FEW) {
      return Node.entry(entries, key);
    }
    if (many == null) {
      many = new HashMap<>();
      for (Node.Entry entry : entries) {
        many.put(entry.key(), entry);
      }
    }
    return many.get(key);
  }

  /** All of them; nothing may be added any more. */
  List<Node.Entry> entries() {
    return entries;
  }
}
