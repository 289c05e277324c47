package dev.ashlar.aws.service.iam;

import dev.ashlar.aws.service.AttributeTexts;
import dev.ashlar.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Lists of texts. */
final class Texts {
  private Texts() {}

  static SortedSet<String> of(Value list) {
    SortedSet<String> all = new TreeSet<>();
    if (list instanceof Value.ListValue items) {
      items.items().forEach(item -> all.add(AttributeTexts.text(item)));
    }
    return all;
  }

  static Value list(Collection<String> texts) {
    return Value.list(texts.stream().map(Value::of).toList());
  }

  /** Those of the one that the other has not. */
  static List<String> without(Collection<String> these, Collection<String> those) {
    return these.stream().filter(each -> !those.contains(each)).toList();
  }
}
