package dev.ashlar.state.store;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.DiagnosticsException;
import dev.ashlar.state.StateProblems;
import dev.ashlar.state.StateStore;
import dev.ashlar.value.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What a store in memory keeps of one environment. Guarded by the store's lock. */
final class MemoryRecords {
  private final Environment.Id environment;
  private final Map<String, Bytes> documents = new TreeMap<>();
  private final List<Generation> generations = new ArrayList<>();
  private long epoch;
  private boolean held;
  private String holder = "";
  private Duration length = Duration.ZERO;
  private Instant until = Instant.EPOCH;
  private long serial;

  MemoryRecords(Environment.Id environment) {
    this.environment = environment;
    generations.add(new Generation(Optional.empty()));
  }

  private static final class Generation {
    final Optional<StateStore.Snapshot> snapshot;
    final List<StateStore.Batch> batches = new ArrayList<>();

    Generation(Optional<StateStore.Snapshot> snapshot) {
      this.snapshot = snapshot;
    }

    long base() {
      return snapshot.map(StateStore.Snapshot::serial).orElse(0L);
    }
  }

  Optional<StateStore.Holder> holder(Instant now) {
    return held && now.isBefore(until)
        ? Optional.of(new StateStore.Holder(holder, until))
        : Optional.empty();
  }

  StateStore.Acquisition acquire(StateStore.AcquireRequest request, Instant now) {
    Optional<StateStore.Holder> other = holder(now);
    if (other.isPresent()) {
      return new StateStore.Acquisition(Optional.empty(), other.get().name(), other.get().until());
    }
    epoch++;
    held = true;
    holder = request.holder();
    length = request.length();
    until = now.plus(length);
    return new StateStore.Acquisition(
        Optional.of(new StateStore.Lease(environment, epoch, until)), holder, until);
  }

  StateStore.Lease renew(StateStore.Lease lease, Instant now) {
    check(lease);
    until = now.plus(length);
    return new StateStore.Lease(environment, epoch, until);
  }

  void release(StateStore.Lease lease) {
    if (lease.epoch() == epoch) {
      held = false;
    }
  }

  void append(StateStore.Lease lease, StateStore.Batch batch) {
    check(lease);
    last().batches.add(batch);
    serial = Math.max(serial, batch.serial());
  }

  void compact(StateStore.Lease lease, StateStore.Snapshot snapshot) {
    check(lease);
    generations.add(new Generation(Optional.of(snapshot)));
    serial = Math.max(serial, snapshot.serial());
    generations.subList(0, Retention.firstNeeded(bases(), serial)).clear();
  }

  StateStore.Log load(OptionalLong wanted) {
    long until = wanted.orElse(serial);
    int index = Retention.holding(bases(), until);
    if (until > serial || until < 0 || index < 0) {
      throw new DiagnosticsException(
          List.of(
              StateProblems.serialNotKept(environment, until, generations.get(0).base(), serial)));
    }
    Generation generation = generations.get(index);
    List<Bytes> entries = new ArrayList<>();
    for (StateStore.Batch batch : generation.batches) {
      if (batch.serial() <= until) {
        entries.addAll(batch.entries());
      }
    }
    return new StateStore.Log(generation.snapshot, entries);
  }

  boolean isWritten() {
    return generations.size() > 1 || last().snapshot.isPresent() || !last().batches.isEmpty();
  }

  Optional<Bytes> document(String name) {
    return Optional.ofNullable(documents.get(name));
  }

  Bytes createDocument(String name, Bytes bytes) {
    documents.putIfAbsent(name, bytes);
    return document(name).orElseThrow();
  }

  void replaceDocument(StateStore.Lease lease, String name, Bytes bytes) {
    check(lease);
    documents.put(name, bytes);
  }

  private Generation last() {
    return generations.get(generations.size() - 1);
  }

  private List<Long> bases() {
    return generations.stream().map(Generation::base).toList();
  }

  private void check(StateStore.Lease lease) {
    if (!held || lease.epoch() != epoch) {
      throw new StateStore.LeaseLostException(
          held ? "the lease is held by " + holder : "the lease was given back");
    }
  }
}
