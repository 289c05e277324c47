package dev.ashlar.memory.cloud;

import dev.ashlar.schema.Operation;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An object of the simulated cloud.
 *
 * @param name place, type and identifier
 * @param properties what was set, completed by defaults
 * @param outputs what the cloud gave
 * @param identity what no other object of the type and place may have; empty where there is none
 * @param references what the properties refer to
 * @param history who made and changed it, and when
 * @param pending an operation that is not over yet, or failed late
 */
public record StoredObject(
    Name name,
    Value.MapValue properties,
    Value.MapValue outputs,
    Optional<String> identity,
    List<Mention> references,
    History history,
    Optional<Pending> pending) {
  /** Copies the list. */
  public StoredObject {
    references = List.copyOf(references);
  }

  /**
   * What an object is called.
   *
   * @param place the account and region that it lives in; empty for the one there is by default
   * @param type the resource type
   * @param id the provider's identifier, unique among the objects of its place and type
   */
  public record Name(String place, String type, String id) implements Comparable<Name> {
    @Override
    public int compareTo(Name other) {
      // Nearly always of one type, which equals tells at a glance.
      int order = type.equals(other.type) ? 0 : type.compareTo(other.type);
      if (order == 0) {
        order = place.compareTo(other.place);
      }
      return order != 0 ? order : id.compareTo(other.id);
    }
  }

  /**
   * A text in the properties that refers to another object.
   *
   * @param types the types that it may refer to
   * @param text the value
   */
  public record Mention(List<String> types, String text) {
    /** Copies the list. */
    public Mention {
      types = List.copyOf(types);
    }
  }

  /**
   * Who made and changed an object.
   *
   * @param createdBy the idempotency key of its creation; may be empty
   * @param createdAt when
   * @param changedBy the idempotency key of the last change
   * @param revision counts the changes, from 1
   */
  public record History(String createdBy, Instant createdAt, String changedBy, long revision) {
    History next(String key) {
      return new History(createdBy, createdAt, key, revision + 1);
    }
  }

  /**
   * An operation that takes its time, or one that failed after it had begun.
   *
   * @param operation create, update or delete
   * @param until when it is over
   * @param step how long to wait between two looks; zero for a third of what is left
   * @param fails whether it fails then; the object keeps the trace until the next operation
   */
  public record Pending(Operation operation, Instant until, Duration step, boolean fails) {
    /** One that ends well. */
    public Pending(Operation operation, Instant until) {
      this(operation, until, Duration.ZERO, false);
    }

    /** Whether it is not over yet. */
    boolean isUnderWay(Instant now) {
      return until.isAfter(now);
    }
  }

  /** The object as it is at a time: an operation whose time has come is over. */
  public Optional<StoredObject> at(Instant now) {
    if (pending.isEmpty() || pending.get().isUnderWay(now) || pending.get().fails()) {
      return Optional.of(this);
    }
    return pending.get().operation() == Operation.DELETE
        ? Optional.empty()
        : Optional.of(with(Optional.empty()));
  }

  /** The object with another operation under way. */
  public StoredObject with(Optional<Pending> operation) {
    return new StoredObject(name, properties, outputs, identity, references, history, operation);
  }

  /** What guards a write, as a read tells it. */
  public String version() {
    return Long.toString(history.revision());
  }
}
