package dev.ashlar.aws.service.s3;

import dev.ashlar.aws.service.Parts;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.ArrayList;
import java.util.List;

/** Rules of a life cycle, in the forms of both sides. */
final class LifecycleRules {
  private LifecycleRules() {}

  static MapValue sent(MapValue rule) {
    MapValue expiration = MapValue.EMPTY;
    expiration = Parts.with(expiration, "Date", rule.get("ExpirationDate"));
    expiration = Parts.with(expiration, "Days", rule.get("ExpirationInDays"));
    expiration =
        Parts.with(expiration, "ExpiredObjectDeleteMarker", rule.get("ExpiredObjectDeleteMarker"));
    MapValue sent =
        rule.without("ExpirationDate")
            .without("ExpirationInDays")
            .without("ExpiredObjectDeleteMarker")
            .without("Transition")
            .without("NoncurrentVersionTransition")
            .without("NoncurrentVersionExpirationInDays");
    if (!expiration.entries().isEmpty()) {
      sent = sent.with("Expiration", expiration);
    }
    Value old = rule.get("NoncurrentVersionExpirationInDays");
    if (!(old instanceof Value.NullValue)) {
      sent = sent.with("NoncurrentVersionExpiration", MapValue.EMPTY.with("NoncurrentDays", old));
    }
    sent = transitions(sent, rule, "Transition", "Days");
    sent = transitions(sent, rule, "NoncurrentVersionTransition", "NoncurrentDays");
    MapValue filtered = Filters.sent(sent);
    return filtered.get("Filter") instanceof Value.NullValue
        ? filtered.with("Filter", MapValue.EMPTY.with("Prefix", Value.of("")))
        : filtered;
  }

  /** The list, and the single one that older templates have. */
  private static MapValue transitions(MapValue sent, MapValue rule, String single, String days) {
    List<MapValue> all = new ArrayList<>(Parts.maps(rule.get(single + "s")));
    if (rule.get(single) instanceof MapValue one) {
      all.add(one);
    }
    return all.isEmpty()
        ? sent
        : sent.with(
            single + "s", Value.list(all.stream().map(one -> transition(one, days)).toList()));
  }

  private static MapValue transition(MapValue one, String days) {
    MapValue named =
        Parts.renamed(Parts.renamed(one, "TransitionInDays", days), "TransitionDate", "Date");
    return named.get("StorageClass").equals(Value.of("Glacier"))
        ? named.with("StorageClass", Value.of("GLACIER"))
        : named;
  }

  static MapValue told(MapValue rule) {
    MapValue expiration = Parts.map(rule.get("Expiration"));
    MapValue told = Parts.renamed(Filters.told(rule).without("Expiration"), "ID", "Id");
    told = Parts.with(told, "ExpirationDate", expiration.get("Date"));
    told = Parts.with(told, "ExpirationInDays", expiration.get("Days"));
    told =
        Parts.with(told, "ExpiredObjectDeleteMarker", expiration.get("ExpiredObjectDeleteMarker"));
    for (String name : new String[] {"Transitions", "NoncurrentVersionTransitions"}) {
      told = Parts.with(told, name, Parts.each(rule.get(name), LifecycleRules::toldTransition));
    }
    return told;
  }

  private static MapValue toldTransition(MapValue one) {
    return Parts.renamed(
        Parts.renamed(
            Parts.renamed(one, "NoncurrentDays", "TransitionInDays"), "Days", "TransitionInDays"),
        "Date",
        "TransitionDate");
  }
}
