package dev.ashlar.observation.limit;

import dev.ashlar.connector.RateLimit;
import dev.ashlar.schema.Operation;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * Calls that share a limit wherever they are made.
 *
 * @param name which; the service and the operation where nothing else is declared
 * @param declared what is known of the limit
 */
record Kind(String name, Optional<RateLimit> declared) {

  static Kind of(String type, Operation operation, Optional<RateLimit> declared) {
    String usual = service(type) + " " + operation;
    return new Kind(declared.flatMap(RateLimit::sharedAs).orElse(usual), declared);
  }

  /** What comes before the last part of a type's name: {@code AWS::S3} of a bucket. */
  private static String service(String type) {
    int end = Math.max(type.lastIndexOf("::"), type.lastIndexOf('/'));
    return end < 0 ? type : type.substring(0, end);
  }

  /** The kinds of all types, each made once. */
  record Kinds(
      BiFunction<String, Operation, Optional<RateLimit>> declared,
      Map<String, Map<Operation, Kind>> made) {

    static Kinds of(BiFunction<String, Operation, Optional<RateLimit>> declared) {
      return new Kinds(declared, new ConcurrentHashMap<>());
    }

    Kind of(String type, Operation operation) {
      Map<Operation, Kind> all = made.get(type);
      if (all == null) {
        all = made.computeIfAbsent(type, this::all);
      }
      return Objects.requireNonNull(all.get(operation));
    }

    private Map<Operation, Kind> all(String type) {
      Map<Operation, Kind> all = new EnumMap<>(Operation.class);
      for (Operation operation : Operation.values()) {
        all.put(operation, Kind.of(type, operation, declared.apply(type, operation)));
      }
      return all;
    }
  }
}
