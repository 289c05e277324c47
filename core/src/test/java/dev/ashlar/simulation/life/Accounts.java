package dev.ashlar.simulation.life;

import dev.ashlar.execution.Decision;
import dev.ashlar.memory.CloudObject;
import dev.ashlar.memory.Effect;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.schema.Operation;
import dev.ashlar.state.Invariants;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Holds the records against the cloud's own. */
final class Accounts {
  private final MemoryCloud cloud;
  private final Witness witness;

  Accounts(MemoryCloud cloud, Witness witness) {
    this.cloud = cloud;
    this.witness = witness;
  }

  /** Nothing is under way: what exists and was made by us is recorded, and the other way round. */
  void settled(State state) {
    if (!Invariants.check(state).isEmpty()) {
      throw new AssertionError("the records are not sound: " + Invariants.check(state));
    }
    if (state.run().isPresent() || !state.pending().isEmpty()) {
      throw new AssertionError("something is still under way: " + state.pending().keySet());
    }
    List<String> recorded = new ArrayList<>();
    for (StateObject object : state.objects()) {
      recorded.add(object.type() + " " + object.identity().orElse("?"));
    }
    Set<String> once = new TreeSet<>(recorded);
    if (once.size() < recorded.size()) {
      throw new AssertionError("an object is recorded twice: " + recorded);
    }
    Set<String> there = new TreeSet<>();
    Set<String> ours = new TreeSet<>();
    Set<String> theirs = theirs();
    for (CloudObject object : cloud.objects()) {
      String name = object.type() + " " + object.id();
      there.add(name);
      if (!witness.forgotten().contains(object.id()) && !theirs.contains(name)) {
        ours.add(name);
      }
    }
    ours.removeAll(once);
    if (!ours.isEmpty()) {
      throw new AssertionError("orphans: " + ours);
    }
    once.removeAll(there);
    if (!once.isEmpty()) {
      throw new AssertionError("recorded, and not there: " + once);
    }
  }

  private Set<String> theirs() {
    Set<String> theirs = new HashSet<>();
    for (Effect effect : cloud.effects()) {
      if (effect.operation() == Operation.CREATE && effect.idempotencyKey().isEmpty()) {
        theirs.add(effect.type() + " " + effect.id());
      }
    }
    return theirs;
  }

  /** What the cloud could not finish is not taken for what was asked for. */
  void nothingHalfMade() {
    Map<String, String> madeBy = new HashMap<>();
    for (Effect effect : cloud.effects()) {
      if (effect.operation() == Operation.CREATE) {
        madeBy.put(effect.type() + " " + effect.id(), effect.idempotencyKey());
      }
    }
    for (CloudObject object : cloud.objects()) {
      String key = madeBy.getOrDefault(object.type() + " " + object.id(), "");
      if (witness.halfMade().contains(key) && !witness.forgotten().contains(object.id())) {
        throw new AssertionError("half made, and kept: " + object);
      }
    }
  }

  /** What an honest person answers who looks into the cloud's own records. */
  List<Decision.Answer> truth(List<Decision> decisions) {
    List<Decision.Answer> answers = new ArrayList<>();
    for (Decision decision : decisions) {
      answers.add(truth(decision));
    }
    return answers;
  }

  private Decision.Answer truth(Decision decision) {
    String key = witness.underWay().get(decision.operation());
    if (key == null) {
      throw new AssertionError("asked after what is not under way: " + decision);
    }
    Optional<String> made = Optional.empty();
    for (Effect effect : cloud.effects()) {
      if (effect.operation() == Operation.CREATE
          && effect.idempotencyKey().equals(key)
          && cloud.object(effect.type(), effect.id()).isPresent()) {
        made = Optional.of(effect.id());
      }
    }
    boolean adopt = made.isPresent() && decision.choices().contains(Decision.Choice.ADOPT);
    return new Decision.Answer(
        decision.operation(),
        adopt ? Decision.Choice.ADOPT : Decision.Choice.RETRY,
        adopt ? made : Optional.empty());
  }
}
