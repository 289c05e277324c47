package dev.ashlar.simulation.life;

import dev.ashlar.connector.Connector;
import dev.ashlar.connector.Failure;
import dev.ashlar.connector.OperationFailedException;
import dev.ashlar.memory.Effect;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Bytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Sees what is really written and really called, and holds one against the other. */
final class Witness {
  private final List<String> violations = new ArrayList<>();
  private final Map<String, Begun> begun = new HashMap<>();
  private final Map<String, Integer> creations = new HashMap<>();
  private final Map<String, Integer> updates = new HashMap<>();
  private final Map<String, String> failedHalfway = new HashMap<>();
  private final Map<String, String> underWay = new LinkedHashMap<>();
  private final Set<String> halfMade = new HashSet<>();
  private final Set<String> forgotten = new HashSet<>();
  private final List<String> story = new ArrayList<>();
  private boolean listening;
  private int effectsSeen;

  /**
   * An operation whose begin is durable.
   *
   * @param change the change in its plan
   * @param object the object
   * @param process the number of the process that began it
   */
  record Begun(String change, String object, int process) {}

  void violated(String law) {
    tell("VIOLATED: " + law);
    violations.add(law);
  }

  /** Remembers what happens, to be told where it ends badly. */
  void listen() {
    listening = true;
  }

  void tell(String what) {
    if (listening) {
      story.add(what);
    }
  }

  /** What happened, if it was listened to. */
  String story() {
    return String.join("\n", story);
  }

  /** Complains of what was seen. */
  void check() {
    if (!violations.isEmpty()) {
      throw new AssertionError(String.join("\n", violations));
    }
  }

  /** Bytes that somebody could read. */
  void seen(Bytes bytes) {
    if (Canary.isIn(bytes)) {
      violated("a secret is written");
    }
  }

  /** A text that somebody could read. */
  void said(String text) {
    if (Canary.isIn(text)) {
      violated("a secret is said: " + text);
    }
  }

  /** Lines that are durable now. */
  void written(Process process, List<Line> lines) {
    // What becomes durable together cannot have waited for each other.
    for (Line line : lines) {
      if (line.kind() == Line.Kind.BEGAN || line.kind() == Line.Kind.ENDED) {
        inOrder(process, line.change());
      }
    }
    if (lines.size() > 1 && lines.get(0).kind() == Line.Kind.RUN_ENDED) {
      process.undoes();
    }
    for (Line line : lines) {
      tell(process + " wrote " + line.kind() + " " + line.change());
      if (Canary.isIn(line.text())) {
        violated("a secret is written: " + line.text());
      }
      switch (line.kind()) {
        case BEGAN -> {
          underWay.put(line.change(), line.key());
          begun.put(line.key(), new Begun(line.change(), line.object(), process.number()));
        }
        case ENDED -> {
          process.ended().add(line.change());
          underWay.remove(line.change());
          String key = failedHalfway.remove(process.number() + line.change());
          if (key != null) {
            halfMade.add(key);
          }
          Change change = process.plan().get(line.change());
          if (change != null && change.action() == Action.FORGET) {
            change.identity().ifPresent(forgotten::add);
          }
        }
        default -> {}
      }
    }
  }

  private void inOrder(Process process, String id) {
    Change change = process.plan().get(id);
    if (change == null) {
      return;
    }
    for (String earlier : change.dependsOn()) {
      if (!process.ended().contains(earlier)) {
        violated(id + " goes on though the end of " + earlier + " is not durable");
      }
    }
  }

  /** A call that may change something leaves a process. */
  String calling(Process process, Operation operation, Connector.Mutation request) {
    tell(process + " calls " + operation + " " + request.address());
    Begun known = begun.get(request.idempotencyKey());
    if (known == null) {
      violated(
          operation + " of " + request.address() + " is called, and no begin of it is durable");
      return request.address() + "#?/" + operation;
    }
    if (!process.isRecovering()) {
      inOrder(process, known.change());
    }
    return known.change();
  }

  /** The changes that are under way, and their keys. */
  Map<String, String> underWay() {
    return underWay;
  }

  /** An answer reaches its process. */
  void answered(
      Process process,
      Operation operation,
      String change,
      String key,
      @Nullable Throwable failure) {
    tell("answer to " + operation + " " + change + ": " + (failure == null ? "fine" : failure));
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (operation == Operation.CREATE && cause instanceof OperationFailedException failed) {
      Failure why = failed.failure();
      if (why.kind().outcomeKnown() && why.id().isPresent()) {
        failedHalfway.put(process.number() + change, key);
      }
    }
  }

  /** Objects that stay, and of which nothing is recorded. */
  Set<String> forgotten() {
    return forgotten;
  }

  /** The keys of creations that their cloud could not finish, and said so to one who lived on. */
  Set<String> halfMade() {
    return halfMade;
  }

  /** What was done to the cloud since the last look: nothing of it twice. */
  void count(MemoryCloud cloud) {
    List<Effect> effects = cloud.effects();
    for (Effect effect : effects.subList(Math.min(effectsSeen, effects.size()), effects.size())) {
      Begun known = begun.get(effect.idempotencyKey());
      tell("effect: " + effect + " for " + known);
      if (known == null) {
        if (!effect.idempotencyKey().isEmpty()) {
          violated(effect + " happened, and no begin of it is durable");
        }
        continue;
      }
      if (effect.operation() == Operation.CREATE) {
        String once = known.process() + " " + known.object();
        if (creations.merge(once, 1, Integer::sum) > 1) {
          violated(known.object() + " is made twice: " + effect);
        }
      } else if (effect.operation() == Operation.UPDATE
          && updates.merge(effect.idempotencyKey(), 1, Integer::sum) > 1) {
        violated(known.object() + " is changed twice under one key: " + effect);
      }
    }
    effectsSeen = effects.size();
  }
}
