package dev.ashlar.plan;

import com.google.common.base.Suppliers;
import dev.ashlar.blueprint.ApprovalRule;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.plan.format.PlanJson;
import dev.ashlar.state.State;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What will happen, as inert data and already in order. With an error in it, it can be shown but
 * never applied.
 *
 * @since 0.1
 */
public final class Plan {
  private final Builder parts;
  private final Map<Action, Integer> summary;

  private Plan(Builder parts) {
    this.parts = parts;
    Map<Action, Integer> all = new EnumMap<>(Action.class);
    if (parts.unchanged > 0) {
      all.put(Action.NO_OP, parts.unchanged);
    }
    for (Change change : parts.changes) {
      if (change.reason().kind() != Reason.Kind.REPLACED) {
        all.merge(change.action(), 1, Integer::sum);
      }
    }
    this.summary = Collections.unmodifiableMap(all);
  }

  /** Starts to describe a plan. */
  public static Builder builder(Environment.Id environment, long serial) {
    return new Builder(environment, serial);
  }

  /**
   * A Merkle root over each change and the header, as lowercase SHA-256. Equal plans have equal
   * digests on any machine; empty while the plan has errors.
   */
  public String digest() {
    return parts.digest;
  }

  /** A keyed seal over the whole plan but itself; empty where no key was there. */
  public String seal() {
    return parts.seal.get();
  }

  /** The digest of what expressions read of the outside while planning; part of {@link #digest}. */
  public String observations() {
    return parts.observations;
  }

  /** The digest of the plan that this one follows, in a sequence of rounds. */
  public Optional<String> follows() {
    return Optional.ofNullable(parts.follows);
  }

  /** The serial of the state that it leads back to; empty for a plan that is no rollback. */
  public OptionalLong restores() {
    return parts.restores;
  }

  /** For which environment. */
  public Environment.Id environment() {
    return parts.environment;
  }

  /** The serial of the state that it starts from; against another one it is refused. */
  public long serial() {
    return parts.serial;
  }

  /** How many changes of each action; the two entries of a replacement count once. */
  public Map<Action, Integer> summary() {
    return summary;
  }

  /** The changes, each after all that it depends on; what does not change is not among them. */
  public List<Change> changes() {
    return parts.changes;
  }

  /** A change by its id. */
  public Optional<Change> change(String id) {
    return parts.changes.stream().filter(change -> change.id().equals(id)).findFirst();
  }

  /** What becomes of the blueprint's outputs, by name. */
  public Map<String, OutputChange> outputs() {
    return parts.outputs;
  }

  /** What policies of the whole graph have to say; those of one change stand with it. */
  public List<Verdict> policies() {
    return parts.policies;
  }

  /** The policy packs that it was judged by: those that decide while it is applied. */
  public List<Environment.PolicyUse> policyUses() {
    return parts.policyUses;
  }

  /** What was exempt from policies when it was made. */
  public List<Environment.Exemption> exemptions() {
    return parts.exemptions;
  }

  /** What it is made for. */
  public PlanMode.Purpose purpose() {
    return parts.purpose;
  }

  /** Who must approve it before it is applied; a pure function of the plan and of the rules. */
  public List<ApprovalNeed> approvals() {
    return parts.approvals;
  }

  /** The rules that it was held against: they hold where it is applied as well. */
  public List<ApprovalRule> approvalRules() {
    return parts.approvalRules;
  }

  /** Who made it, and so cannot approve it; empty where nobody has to. */
  public String author() {
    return parts.author;
  }

  /** Whether a policy denies it, or one of its changes: it can be shown and is never applied. */
  public boolean isDenied() {
    return isDenied(parts.policies)
        || parts.changes.stream().anyMatch(change -> isDenied(change.policies()));
  }

  private static boolean isDenied(List<Verdict> verdicts) {
    return !verdicts.isEmpty()
        && verdicts.stream().anyMatch(verdict -> verdict.outcome() == Verdict.Outcome.DENY);
  }

  /** Problems and warnings; with an error among them the plan is never applied. */
  public List<Diagnostic> diagnostics() {
    return parts.diagnostics;
  }

  /** What will be recorded as applied. */
  public State.Origin origin() {
    return parts.origin;
  }

  /**
   * What {@code {lineage}} in names and marks stands for, where that is recorded already: for
   * showing them as they will be. No part of the digest, nor of a plan file.
   */
  public Optional<String> lineage() {
    return parts.lineage;
  }

  /** What happens when an operation fails. */
  public Environment.OnFailure onFailure() {
    return parts.onFailure;
  }

  /** What applying evaluates the remaining expressions with. */
  public PlanContext context() {
    return parts.context;
  }

  /** Whether there is an error among the diagnostics. */
  public boolean hasErrors() {
    return parts.diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  /** Whether nothing changes: no object, no record, no output. */
  public boolean isEmpty() {
    return parts.changes.isEmpty()
        && parts.outputs.values().stream().noneMatch(OutputChange::changed);
  }

  /** The plan as JSON, as it stands in a plan file; of secrets it only says that they are there. */
  public String toJson() {
    return PlanJson.text(this);
  }

  /**
   * Writes the plan as {@link #toJson} gives it, in UTF-8 and bit by bit: a large one is never held
   * as a text.
   *
   * @param to where to; it stays open
   * @throws IOException if it cannot be written
   */
  public void writeJson(OutputStream to) throws IOException {
    PlanJson.write(this, to);
  }

  /** Reads a plan file. Whether it still is what was planned is checked where it is applied. */
  public static Checked<Plan> read(Source source) {
    return PlanJson.read(source);
  }

  /** A builder that holds everything this plan has. */
  public Builder toBuilder() {
    return new Builder(parts);
  }

  @Override
  public String toString() {
    return "plan " + parts.digest + " of " + parts.environment + " " + summary;
  }

  /** Describes a plan. For one thread. */
  public static final class Builder {
    private final Environment.Id environment;
    private final long serial;
    private String digest = "";
    private Supplier<String> seal = () -> "";
    private String observations = "";
    private @Nullable String follows;
    private OptionalLong restores = OptionalLong.empty();
    private List<Change> changes = List.of();
    private int unchanged;
    private Map<String, OutputChange> outputs = Map.of();
    private List<Verdict> policies = List.of();
    private List<Environment.PolicyUse> policyUses = List.of();
    private List<Environment.Exemption> exemptions = List.of();
    private PlanMode.Purpose purpose = PlanMode.Purpose.APPLY;
    private List<ApprovalNeed> approvals = List.of();
    private List<ApprovalRule> approvalRules = List.of();
    private String author = "";
    private List<Diagnostic> diagnostics = List.of();
    private State.Origin origin = State.Origin.NONE;
    private Environment.OnFailure onFailure = Environment.OnFailure.STOP;
    private PlanContext context = PlanContext.EMPTY;
    private Optional<String> lineage = Optional.empty();

    private Builder(Environment.Id environment, long serial) {
      this.environment = Objects.requireNonNull(environment, "environment");
      this.serial = serial;
    }

    private Builder(Builder other) {
      this(other.environment, other.serial);
      digest = other.digest;
      seal = other.seal;
      observations = other.observations;
      follows = other.follows;
      restores = other.restores;
      changes = other.changes;
      unchanged = other.unchanged;
      outputs = other.outputs;
      policies = other.policies;
      policyUses = other.policyUses;
      exemptions = other.exemptions;
      purpose = other.purpose;
      approvals = other.approvals;
      approvalRules = other.approvalRules;
      author = other.author;
      diagnostics = other.diagnostics;
      origin = other.origin;
      onFailure = other.onFailure;
      context = other.context;
      lineage = other.lineage;
    }

    /** The digest. */
    public Builder digest(String value) {
      digest = value;
      return this;
    }

    /** The seal. */
    public Builder seal(String value) {
      seal = () -> value;
      return this;
    }

    /** The seal, worked out once, when it is asked for. */
    public Builder seal(Supplier<String> value) {
      seal = Suppliers.memoize(value::get);
      return this;
    }

    /** The digest of what was read of the outside. */
    public Builder observations(String value) {
      observations = value;
      return this;
    }

    /** The digest of the plan that this one follows. */
    public Builder follows(Optional<String> value) {
      follows = value.orElse(null);
      return this;
    }

    /** The serial of the state that it leads back to. */
    public Builder restores(OptionalLong value) {
      restores = value;
      return this;
    }

    /** The changes, in order. */
    public Builder changes(List<Change> value) {
      changes = List.copyOf(value);
      return this;
    }

    /** How many declared objects do not change. */
    public Builder unchanged(int count) {
      unchanged = count;
      return this;
    }

    /** What becomes of the blueprint's outputs. */
    public Builder outputs(Map<String, OutputChange> value) {
      outputs = Collections.unmodifiableMap(new TreeMap<>(value));
      return this;
    }

    /** What policies of the whole graph have to say. */
    public Builder policies(List<Verdict> value) {
      policies = List.copyOf(value);
      return this;
    }

    /** The policy packs that it is judged by, and what is exempt from them. */
    public Builder judgedBy(List<Environment.PolicyUse> uses, List<Environment.Exemption> exempt) {
      policyUses = List.copyOf(uses);
      exemptions = List.copyOf(exempt);
      return this;
    }

    /** What it is made for. */
    public Builder purpose(PlanMode.Purpose value) {
      purpose = value;
      return this;
    }

    /** Who must approve it, by which rules, and who made it. */
    public Builder approvals(List<ApprovalNeed> needs, List<ApprovalRule> rules, String madeBy) {
      approvals = List.copyOf(needs);
      approvalRules = List.copyOf(rules);
      author = madeBy;
      return this;
    }

    /** Problems and warnings. */
    public Builder diagnostics(List<Diagnostic> value) {
      diagnostics = List.copyOf(value);
      return this;
    }

    /** What will be recorded as applied. */
    public Builder origin(State.Origin value) {
      origin = value;
      return this;
    }

    /** What the lineage's symbol stands for. */
    public Builder lineage(Optional<String> value) {
      lineage = value;
      return this;
    }

    /** What happens when an operation fails. */
    public Builder onFailure(Environment.OnFailure value) {
      onFailure = value;
      return this;
    }

    /** What applying evaluates the remaining expressions with. */
    public Builder context(PlanContext value) {
      context = value;
      return this;
    }

    /** The plan as described so far. */
    public Plan build() {
      return new Plan(new Builder(this));
    }
  }
}
