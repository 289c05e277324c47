package dev.ashlar.observation.limit;

import dev.ashlar.observation.limit.Admission.Permit;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Those who wait for one limit: tenants take turns, and within a tenant who came first goes first.
 * Who was cancelled is passed over. Guarded by its gate.
 */
final class Line {
  private final Map<String, Queue<CompletableFuture<Permit>>> tenants = new LinkedHashMap<>();
  private int length;

  void add(String tenant, CompletableFuture<Permit> waiter) {
    tenants.computeIfAbsent(tenant, any -> new ArrayDeque<>()).add(waiter);
    length++;
  }

  int length() {
    return length;
  }

  boolean isEmpty() {
    return length == 0;
  }

  /** The next one, who leaves the line. */
  @Nullable CompletableFuture<Permit> poll() {
    while (!tenants.isEmpty()) {
      Iterator<Map.Entry<String, Queue<CompletableFuture<Permit>>>> first =
          tenants.entrySet().iterator();
      Map.Entry<String, Queue<CompletableFuture<Permit>>> entry = first.next();
      String tenant = entry.getKey();
      Queue<CompletableFuture<Permit>> queue = entry.getValue();
      first.remove();
      CompletableFuture<Permit> next = waiting(queue);
      if (!queue.isEmpty()) {
        tenants.put(tenant, queue);
      }
      if (next != null) {
        return next;
      }
    }
    return null;
  }

  private @Nullable CompletableFuture<Permit> waiting(Queue<CompletableFuture<Permit>> queue) {
    for (CompletableFuture<Permit> next = queue.poll(); next != null; next = queue.poll()) {
      length--;
      if (!next.isDone()) {
        return next;
      }
    }
    return null;
  }

  /** Forgets those who were cancelled. */
  void tidy() {
    tenants.values().forEach(queue -> queue.removeIf(CompletableFuture::isDone));
    tenants.values().removeIf(Queue::isEmpty);
    length = tenants.values().stream().mapToInt(Queue::size).sum();
  }
}
