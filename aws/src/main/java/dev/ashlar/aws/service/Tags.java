package dev.ashlar.aws.service;

import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * What becomes of tags.
 *
 * @param set those to be set
 * @param removed the keys to be taken away
 */
public record Tags(Map<String, String> set, List<String> removed) {
  /** Tags that AWS itself sets, and lets nobody change. */
  private static final String SYSTEM = "aws:";

  /** Copies the parts. */
  public Tags {
    set = Map.copyOf(set);
    removed = List.copyOf(removed);
  }

  /** The tags of a list of keys and values. */
  public static Map<String, String> of(Value tags) {
    Map<String, String> all = new TreeMap<>();
    Value plain = tags instanceof Value.SecretValue secret ? secret.content() : tags;
    if (plain instanceof Value.ListValue list) {
      for (Value item : list.items()) {
        if (item instanceof MapValue tag) {
          all.put(AttributeTexts.text(tag.get("Key")), AttributeTexts.text(tag.get("Value")));
        }
      }
    }
    return all;
  }

  /** What makes one set of tags the other. */
  public static Tags between(Value prior, Value wanted) {
    Map<String, String> before = of(prior);
    Map<String, String> set = of(wanted);
    List<String> removed = new ArrayList<>();
    before.keySet().stream().filter(key -> !set.containsKey(key)).forEach(removed::add);
    set.entrySet().removeIf(tag -> tag.getValue().equals(before.get(tag.getKey())));
    return new Tags(set, removed);
  }

  /** Takes away and sets, as far as there is anything to do. */
  public CompletableFuture<Void> apply(
      Function<Map<String, String>, ? extends CompletableFuture<?>> setting,
      Function<List<String>, ? extends CompletableFuture<?>> removing) {
    CompletableFuture<Void> removal =
        removed.isEmpty()
            ? CompletableFuture.<Void>completedFuture(null)
            : removing.apply(removed).thenAccept(done -> {});
    return removal.thenCompose(
        gone ->
            set.isEmpty()
                ? CompletableFuture.<Void>completedFuture(null)
                : setting.apply(set).thenAccept(done -> {}));
  }

  /** Tags as CloudFormation has them: those that are the account's own. */
  public static Value list(Map<?, ?> tags) {
    Map<String, String> sorted = new TreeMap<>();
    tags.forEach((key, value) -> sorted.put(key.toString(), value.toString()));
    List<Value> all = new ArrayList<>();
    sorted.forEach(
        (key, value) -> {
          if (!key.startsWith(SYSTEM)) {
            all.add(Value.map(Map.of("Key", Value.of(key), "Value", Value.of(value))));
          }
        });
    return Value.list(all);
  }
}
