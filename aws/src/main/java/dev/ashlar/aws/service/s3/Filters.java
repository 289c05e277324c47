package dev.ashlar.aws.service.s3;

import dev.ashlar.aws.service.Parts;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which objects a rule is for: CloudFormation says it beside the rule, S3 in a filter of one
 * condition, or of a conjunction.
 */
final class Filters {
  private static final List<String> SIMPLE =
      List.of("Prefix", "ObjectSizeGreaterThan", "ObjectSizeLessThan", "AccessPointArn");
  private static final String TAGS = "TagFilters";

  private Filters() {}

  /** A rule with its conditions in a filter; with none, where it has no condition. */
  static MapValue sent(MapValue rule) {
    MapValue rest = rule.without(TAGS);
    MapValue all = MapValue.EMPTY;
    for (String name : SIMPLE) {
      all = Parts.with(all, name, rule.get(name));
      rest = rest.without(name);
    }
    List<MapValue> tags = Parts.maps(rule.get(TAGS));
    int conditions = all.entries().size() + tags.size();
    if (conditions == 0) {
      return rest;
    }
    MapValue filter =
        conditions == 1 && tags.isEmpty()
            ? all
            : conditions == 1
                ? MapValue.EMPTY.with("Tag", tags.get(0))
                : MapValue.EMPTY.with(
                    "And", tags.isEmpty() ? all : all.with("Tags", Value.list(tags)));
    return rest.with("Filter", filter);
  }

  /** A rule with its filter's conditions beside it. */
  static MapValue told(MapValue rule) {
    if (!(rule.get("Filter") instanceof MapValue filter)) {
      return rule;
    }
    MapValue flat = rule.without("Filter");
    List<Value> tags = new ArrayList<>();
    for (MapValue conditions : List.of(filter, Parts.map(filter.get("And")))) {
      for (Map.Entry<String, Value> entry : conditions.entries().entrySet()) {
        switch (entry.getKey()) {
          case "And" -> {}
          case "Tag" -> tags.add(entry.getValue());
          case "Tags" -> tags.addAll(Parts.maps(entry.getValue()));
          default -> flat = flat.with(entry.getKey(), entry.getValue());
        }
      }
    }
    return tags.isEmpty() ? flat : flat.with(TAGS, Value.list(tags));
  }
}
