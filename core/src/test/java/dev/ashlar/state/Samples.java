package dev.ashlar.state;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.Lifecycle;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Address;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.ValueType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Records to test with. */
public final class Samples {
  /** The environment of the samples. */
  public static final Environment.Id STAGING = new Environment.Id("acme", "orders-staging");

  /** The lineage of the samples. */
  public static final String LINEAGE = "7f3a";

  /** The moment of everything that happens. */
  public static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

  /** A fingerprint. */
  public static final String FINGERPRINT = "fp:00112233445566778899aabbccddeeff";

  private Samples() {}

  /** An object that is as it should be: a queue called like its address. */
  public static StateObject queue(Address address, int incarnation) {
    Value.MapValue inputs = Value.map(Map.of("QueueName", Value.of(address.toString())));
    return new StateObject(
        new ObjectId(address, incarnation),
        false,
        "memory::Queue",
        new StateObject.Home("memory", "memory", Value.map(Map.of("region", Value.of("north")))),
        new StateObject.SchemaStamp(1, "d1"),
        StateObject.Status.READY,
        Optional.of("q-" + address + "-" + incarnation),
        new StateObject.Values(inputs, inputs, inputs, Value.map(Map.of("Url", Value.of("q://1")))),
        new TreeMap<>(),
        Bytes.EMPTY,
        List.of(),
        StateObject.StoredLifecycle.DEFAULT,
        Optional.empty());
  }

  /** The same. */
  public static StateObject queue(String name) {
    return queue(Address.of(name), 1);
  }

  /** An object that uses everything: secrets, a write-only value, opaque bytes, dependencies. */
  public static StateObject database() {
    Value.MapValue declared =
        Value.map(
            Map.of(
                "Name", Value.of("orders"),
                "Tags", Value.list(Value.map(Map.of("Value", Value.secret(Value.of("hunter2"))))),
                "Password", Value.secret(Value.unknown(ValueType.STRING))));
    return new StateObject(
        new ObjectId(Address.of("db", "eu#1"), 2),
        false,
        "memory::Database",
        new StateObject.Home(
            "memory", "memory.replica", Value.map(Map.of("region", Value.of("north")))),
        new StateObject.SchemaStamp(3, "d3"),
        StateObject.Status.TAINTED,
        Optional.of("db-1"),
        new StateObject.Values(
            declared,
            declared.with("Size", Value.of(10)),
            declared.with("Size", Value.of(10)),
            Value.map(Map.of("Token", Value.secret(Value.map(Map.of("a", Value.of("canary"))))))),
        new TreeMap<>(
            Map.of(
                ValuePath.of("Password"),
                FINGERPRINT,
                ValuePath.of("Users").index(0),
                FINGERPRINT)),
        Bytes.of(new byte[] {1, 2, 3}),
        List.of("queue", "net[\"x\"]/subnet"),
        new StateObject.StoredLifecycle(
            true, false, Lifecycle.OnRemove.RETAIN, Lifecycle.Ownership.ADOPT),
        Optional.of("node-17"));
  }

  /** A run that begins. */
  public static JournalEntry.RunBegan runBegan(long serial) {
    return new JournalEntry.RunBegan(
        "run-" + serial,
        LINEAGE,
        serial,
        new State.Origin(
            "orders",
            "1.4.0",
            "plan-" + serial,
            Value.map(Map.of("region", Value.of("eu"), "token", Value.of(FINGERPRINT))),
            Map.of("archive", true)),
        "ada",
        "rollback",
        AT);
  }

  /** A run that ends. */
  public static JournalEntry.RunEnded runEnded() {
    return new JournalEntry.RunEnded(
        "done", Optional.of(Value.map(Map.of("url", Value.secret(Value.of("canary"))))), AT);
  }

  /** A creation that begins. */
  public static JournalEntry.OperationBegan creating(StateObject object) {
    return new JournalEntry.OperationBegan(
        object.id() + "/create",
        object.id(),
        Operation.CREATE,
        "key-1",
        1,
        Optional.of(object.withStatus(StateObject.Status.IN_DOUBT)),
        AT);
  }

  /** A creation that ends. */
  public static JournalEntry.OperationEnded created(StateObject object) {
    return new JournalEntry.OperationEnded(
        object.id() + "/create", true, List.of(new JournalEntry.Put(object)), AT);
  }
}
