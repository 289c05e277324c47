package dev.ashlar.connector;

import dev.ashlar.schema.Operation;
import dev.ashlar.value.Address;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the requests that the engine and the contract kit hand to connectors. Connector authors
 * have no use for it.
 *
 * @since 0.1
 */
public final class Requests {
  private Requests() {}

  /**
   * What every request says.
   *
   * @param address the resource
   * @param opaque bytes kept for the connector
   * @param timeout how long the engine waits
   * @param idempotencyKey the operation's key; empty for a request that changes nothing
   */
  public record Envelope(Address address, Bytes opaque, Duration timeout, String idempotencyKey) {
    /** The same with another time to answer. */
    public Envelope within(Duration other) {
      return new Envelope(address, opaque, other, idempotencyKey);
    }
  }

  /** A new object. */
  public static <S> Connector.CreateRequest<S> create(Envelope envelope, S spec) {
    return new Create<>(envelope, spec);
  }

  /** A look at an object. */
  public static <S, O> Connector.ReadRequest<S, O> read(
      Envelope envelope, String id, Optional<S> spec) {
    return new Read<>(envelope, id, spec);
  }

  /** A change in place. */
  public static <S, O> Connector.UpdateRequest<S, O> update(
      Envelope envelope,
      String id,
      S spec,
      S prior,
      O outputs,
      Set<ValuePath> changed,
      Optional<String> version) {
    return new Update<>(envelope, id, spec, prior, outputs, Set.copyOf(changed), version);
  }

  /** A removal. */
  public static <S, O> Connector.DeleteRequest<S, O> delete(
      Envelope envelope, String id, S prior, O outputs, Optional<String> version) {
    return new Delete<>(envelope, id, prior, outputs, version);
  }

  /** A question after an operation under way. */
  public static <S> Resumable.ResumeRequest<S> resume(
      Envelope envelope, String token, Operation operation, S spec, Optional<String> id) {
    return new Resume<>(envelope, token, operation, spec, id);
  }

  /** A search for what an interrupted create may have made. */
  public static <S> Findable.FindRequest<S> find(
      Envelope envelope, S spec, Value ownershipMark, Instant since) {
    return new Find<>(envelope, spec, ownershipMark, since);
  }

  /** A search by attributes. */
  public static Searchable.SearchRequest search(
      Envelope envelope, Value.MapValue where, int limit) {
    return new Search(envelope, where, limit);
  }

  /** A look at many objects. */
  public static <S, O> BatchReadable.BatchReadRequest<S, O> readAll(
      List<Connector.ReadRequest<S, O>> reads) {
    return new BatchRead<>(List.copyOf(reads));
  }

  /** A proposed plan. */
  public static PlanRefining.RefineRequest refine(
      Envelope envelope,
      Value.MapValue declared,
      Optional<Value.MapValue> prior,
      Value.MapValue proposed) {
    return new Refine(envelope, declared, prior, proposed);
  }

  /** What an older version of a schema stored. */
  public static Upgradable.UpgradeRequest upgrade(
      int version, Value.MapValue properties, Value.MapValue outputs) {
    return new Upgrade(version, properties, outputs);
  }

  private interface Enveloped extends Connector.Mutation {
    Envelope envelope();

    @Override
    default Address address() {
      return envelope().address();
    }

    @Override
    default Bytes opaque() {
      return envelope().opaque();
    }

    @Override
    default Duration timeout() {
      return envelope().timeout();
    }

    @Override
    default String idempotencyKey() {
      return envelope().idempotencyKey();
    }
  }

  private record Create<S>(Envelope envelope, S spec)
      implements Enveloped, Connector.CreateRequest<S> {}

  private record Read<S, O>(Envelope envelope, String id, Optional<S> spec)
      implements Enveloped, Connector.ReadRequest<S, O> {}

  private record Update<S, O>(
      Envelope envelope,
      String id,
      S spec,
      S prior,
      O outputs,
      Set<ValuePath> changed,
      Optional<String> version)
      implements Enveloped, Connector.UpdateRequest<S, O> {}

  private record Delete<S, O>(
      Envelope envelope, String id, S prior, O outputs, Optional<String> version)
      implements Enveloped, Connector.DeleteRequest<S, O> {}

  private record Resume<S>(
      Envelope envelope, String token, Operation operation, S spec, Optional<String> id)
      implements Enveloped, Resumable.ResumeRequest<S> {}

  private record Find<S>(Envelope envelope, S spec, Value ownershipMark, Instant since)
      implements Enveloped, Findable.FindRequest<S> {}

  private record Search(Envelope envelope, Value.MapValue where, int limit)
      implements Enveloped, Searchable.SearchRequest {}

  private record BatchRead<S, O>(List<Connector.ReadRequest<S, O>> reads)
      implements BatchReadable.BatchReadRequest<S, O> {}

  private record Refine(
      Envelope envelope,
      Value.MapValue declared,
      Optional<Value.MapValue> prior,
      Value.MapValue proposed)
      implements Enveloped, PlanRefining.RefineRequest {}

  private record Upgrade(int version, Value.MapValue properties, Value.MapValue outputs)
      implements Upgradable.UpgradeRequest {}
}
