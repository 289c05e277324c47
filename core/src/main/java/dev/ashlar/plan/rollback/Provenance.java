package dev.ashlar.plan.rollback;

import dev.ashlar.plan.view.ObjectView;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Stability;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Texts that objects gave which have another identity now, or will have. Records hold values and no
 * expressions; a text that an object gave, and that stands in what depended on it, was read from
 * it. For one thread.
 */
public final class Provenance {
  private final Map<Address, Map<String, Source>> byAddress = new LinkedHashMap<>();

  /** Whether every object is the one that it was. */
  public boolean isEmpty() {
    return byAddress.isEmpty();
  }

  /** Whether an object is another one. */
  public boolean isAnother(Address address) {
    return byAddress.containsKey(address);
  }

  /**
   * An object has another identity.
   *
   * @param former as it was recorded
   * @param now the other object, where it is there already
   * @param stays whether that one is not changed: then all that it gives is known
   */
  public void another(
      StateObject former, ResourceSchema schema, Optional<StateObject> now, boolean stays) {
    Address address = former.id().address();
    String reference = reference(address);
    Map<String, Source> texts = new LinkedHashMap<>();
    former
        .identity()
        .ifPresent(
            id ->
                texts.put(
                    id,
                    new Source("identity(" + reference + ")", now.flatMap(StateObject::identity))));
    Value.MapValue view = ObjectView.recorded(former);
    Optional<Value.MapValue> viewNow = now.filter(object -> stays).map(ObjectView::recorded);
    for (Map.Entry<String, Value> entry : view.entries().entrySet()) {
      if (given(former, schema, entry.getKey())) {
        collect(
            entry.getValue(),
            ValuePath.of(entry.getKey()),
            reference + step(entry.getKey()),
            viewNow,
            texts);
      }
    }
    byAddress.put(address, texts);
  }

  /** Whether the cloud, or the engine, gave the value, and gives the same as long as it lives. */
  private static boolean given(StateObject former, ResourceSchema schema, String name) {
    boolean identifier = name.equals(ObjectView.IDENTITY) || name.equals(ObjectView.ID);
    Attribute output = schema.outputs().get(name);
    return !(identifier && output == null && !schema.properties().containsKey(name))
        && !former.values().declared().entries().containsKey(name)
        && (output == null || output.stability() != Stability.VOLATILE)
        && schema.ownershipMark().map(mark -> !mark.head().equals(name)).orElse(true);
  }

  private static void collect(
      Value value,
      ValuePath path,
      String expression,
      Optional<Value.MapValue> now,
      Map<String, Source> texts) {
    Value content = value instanceof Value.SecretValue secret ? secret.content() : value;
    if (content instanceof Value.TextValue text && !text.text().isEmpty()) {
      Optional<String> other =
          now.map(path::in)
              .map(found -> found instanceof Value.SecretValue s ? s.content() : found)
              .filter(Value.TextValue.class::isInstance)
              .map(found -> ((Value.TextValue) found).text());
      texts.putIfAbsent(text.text(), new Source(expression, other));
    } else if (content instanceof Value.MapValue map) {
      map.entries()
          .forEach((key, item) -> collect(item, path.key(key), expression + step(key), now, texts));
    } else if (content instanceof Value.ListValue list) {
      for (int i = 0; i < list.items().size(); i++) {
        collect(list.items().get(i), path.index(i), expression + "[" + i + "]", now, texts);
      }
    }
  }

  private static String reference(Address address) {
    return address.declaration() + address.key().map(key -> "[" + quoted(key) + "]").orElse("");
  }

  private static String step(String name) {
    boolean plain = !name.isEmpty();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      plain &=
          c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || i > 0 && c >= '0' && c <= '9';
    }
    return plain ? "." + name : "[" + quoted(name) + "]";
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }

  /** The texts that values may have come from which depend on these names. */
  Map<String, Source> of(Collection<String> dependencies) {
    List<Map<String, Source>> found = new ArrayList<>();
    byAddress.forEach(
        (address, texts) -> {
          if (dependencies.contains(address.toString())
              || dependencies.contains(address.declaration().toString())) {
            found.add(texts);
          }
        });
    return merged(found);
  }

  /** The texts that any value may have come from. */
  Map<String, Source> all() {
    return merged(byAddress.values());
  }

  private static Map<String, Source> merged(Collection<Map<String, Source>> all) {
    Map<String, Source> merged = new LinkedHashMap<>();
    all.forEach(texts -> texts.forEach(merged::putIfAbsent));
    return merged;
  }
}
