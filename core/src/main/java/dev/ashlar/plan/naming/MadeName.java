package dev.ashlar.plan.naming;

import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.ResourceSchema.NameRule;
import dev.ashlar.state.ObjectId;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.Locale;
import java.util.Optional;

/**
 * The name that the engine makes where a type wants one and nobody gives it: made with the object,
 * kept as long as it lives, wherever it moves.
 */
public final class MadeName {
  private MadeName() {}

  /** The property that a name is made for; empty where one is given, or the type takes none. */
  public static Optional<ValuePath> missing(ResourceSchema schema, Value.MapValue properties) {
    return schema
        .naming()
        .filter(rule -> properties.get(rule.property()) instanceof Value.NullValue)
        .map(rule -> ValuePath.of(rule.property()));
  }

  /** The properties of a new object, with a name that still holds the symbol. */
  public static Value.MapValue add(
      ResourceSchema schema, Value.MapValue properties, String environment, Address address) {
    return missing(schema, properties)
        .map(
            path ->
                properties.with(
                    path.head(),
                    Value.of(planned(schema.naming().orElseThrow(), environment, address))))
        .orElse(properties);
  }

  /** The properties of an object that has a name already. */
  public static Value.MapValue keep(
      ResourceSchema schema, Value.MapValue properties, Value.MapValue former) {
    return missing(schema, properties)
        .filter(path -> !(former.get(path.head()) instanceof Value.NullValue))
        .map(path -> properties.with(path.head(), former.get(path.head())))
        .orElse(properties);
  }

  /** The property whose name still holds the symbol. */
  public static Optional<ValuePath> unbound(ResourceSchema schema, Value.MapValue properties) {
    return schema
        .naming()
        .filter(
            rule ->
                properties.get(rule.property()) instanceof Value.TextValue name
                    && name.text().endsWith(Lineage.SYMBOL))
        .map(rule -> ValuePath.of(rule.property()));
  }

  /** The properties with the symbol bound. */
  static Value.MapValue bind(
      ResourceSchema schema, Value.MapValue properties, String lineage, ObjectId object) {
    return unbound(schema, properties)
        .map(
            path ->
                properties.with(
                    path.head(),
                    Value.of(
                        properties
                            .get(path.head())
                            .toString()
                            .replace(Lineage.SYMBOL, Lineage.name(lineage, object)))))
        .orElse(properties);
  }

  /** Prefix, resource and symbol; the first two give way where the cloud's limit is narrow. */
  static String planned(NameRule rule, String environment, Address address) {
    String separator = rule.separator();
    String readable = clean(environment + "/" + address, separator);
    int room = rule.maxLength() - Lineage.NAME_LENGTH - separator.length();
    String kept = readable.substring(0, Math.max(0, Math.min(readable.length(), room)));
    kept = trimmed(kept, separator);
    String text = kept.isEmpty() ? Lineage.SYMBOL : kept + separator + Lineage.SYMBOL;
    return rule.lowerCase() ? text.toLowerCase(Locale.ROOT) : text;
  }

  private static String clean(String text, String separator) {
    StringBuilder clean = new StringBuilder();
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9') {
        clean.append(gap && clean.length() > 0 ? separator : "").append(c);
        gap = false;
      } else {
        gap = true;
      }
    }
    return clean.toString();
  }

  private static String trimmed(String text, String separator) {
    String at = text;
    while (!separator.isEmpty() && at.endsWith(separator)) {
      at = at.substring(0, at.length() - separator.length());
    }
    return at;
  }
}
