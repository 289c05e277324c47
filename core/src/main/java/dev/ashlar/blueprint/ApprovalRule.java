package dev.ashlar.blueprint;

import dev.ashlar.diagnostic.Diagnostic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who must approve which plans before they are applied. A plan is meant if it has a change that
 * fits everything that the rule says; a rule that says nothing of changes means every plan. Withers
 * return copies.
 *
 * @since 0.1
 */
public final class ApprovalRule {
  /** What a plan can be made for. */
  public static final List<String> PURPOSES =
      List.of("apply", "destroy", "repair", "accept", "rollback");

  /**
   * What can be done to an object. {@code import} is {@code adopt}; {@code delete} means for good,
   * and not the deletion that belongs to a replacement.
   */
  public static final List<String> ACTIONS =
      List.of(
          "create", "update", "replace", "delete", "adopt", "import", "forget", "move", "record");

  /** What a change can do to what is there. */
  public static final List<String> RISKS = List.of("safe", "disruptive", "destroys-data");

  private String name = "";
  private List<String> actions = List.of();
  private List<String> risks = List.of();
  private List<String> types = List.of();
  private List<String> policies = List.of();
  private List<String> stages = List.of();
  private List<String> roles = List.of();
  private int count;
  private Optional<Duration> expires = Optional.empty();
  private Optional<Diagnostic.Location> location = Optional.empty();

  private ApprovalRule() {}

  /**
   * Of every plan: somebody in each of these roles, each of them another person; or, with {@link
   * #count}, so many people who are in one of them.
   *
   * @throws IllegalArgumentException without a role
   */
  public static ApprovalRule by(String... roles) {
    return by(List.of(roles));
  }

  /** The same. */
  public static ApprovalRule by(List<String> roles) {
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("nobody would have to approve");
    }
    ApprovalRule rule = new ApprovalRule();
    rule.roles = List.copyOf(new TreeSet<>(roles));
    rule.name = "by " + String.join(", ", rule.roles);
    return rule;
  }

  /** The rules of an environment: those for single actions, and those that say more. */
  public static List<ApprovalRule> of(Environment environment) {
    List<ApprovalRule> all = new ArrayList<>();
    for (Map.Entry<String, List<String>> entry : environment.approvals().entrySet()) {
      if (!entry.getValue().isEmpty()
          && (PURPOSES.contains(entry.getKey()) || ACTIONS.contains(entry.getKey()))) {
        all.add(by(entry.getValue()).actions(entry.getKey()).named(entry.getKey()));
      }
    }
    all.addAll(environment.approvalRules());
    return all;
  }

  private ApprovalRule with(Consumer<ApprovalRule> change) {
    ApprovalRule copy = new ApprovalRule();
    copy.name = name;
    copy.actions = actions;
    copy.risks = risks;
    copy.types = types;
    copy.policies = policies;
    copy.stages = stages;
    copy.roles = roles;
    copy.count = count;
    copy.expires = expires;
    copy.location = location;
    change.accept(copy);
    return copy;
  }

  /** The same, with a name for people. */
  public ApprovalRule named(String text) {
    return with(rule -> rule.name = Objects.requireNonNull(text));
  }

  /** The same, for plans of these {@link #PURPOSES}, or with changes of these {@link #ACTIONS}. */
  public ApprovalRule actions(String... words) {
    List<String> all = List.of(words);
    all.forEach(
        word -> {
          if (!PURPOSES.contains(word) && !ACTIONS.contains(word)) {
            throw new IllegalArgumentException("nothing that can be approved: " + word);
          }
        });
    return with(rule -> rule.actions = all);
  }

  /** The same, for changes of these {@link #RISKS}. */
  public ApprovalRule risks(String... words) {
    List<String> all = List.of(words);
    all.forEach(
        word -> {
          if (!RISKS.contains(word)) {
            throw new IllegalArgumentException("no risk: " + word);
          }
        });
    return with(rule -> rule.risks = all);
  }

  /** The same, for changes of these types; {@code *} stands for anything. */
  public ApprovalRule types(String... patterns) {
    return with(rule -> rule.types = List.of(patterns));
  }

  /**
   * The same, for violations of these policies of severity {@code approve}, as {@code PACK/ID};
   * {@code *} stands for anything.
   */
  public ApprovalRule policies(String... patterns) {
    return with(rule -> rule.policies = List.of(patterns));
  }

  /** The same, in environments of these stages. */
  public ApprovalRule stages(String... names) {
    return with(rule -> rule.stages = List.of(names));
  }

  /** The same, by so many people, each of whom is in one of the roles. */
  public ApprovalRule count(int people) {
    if (people < 1) {
      throw new IllegalArgumentException("at least one: " + people);
    }
    return with(rule -> rule.count = people);
  }

  /** The same; so long after the request its approvals count. */
  public ApprovalRule expires(Duration after) {
    if (after.isNegative() || after.isZero()) {
      throw new IllegalArgumentException("no time to approve: " + after);
    }
    return with(rule -> rule.expires = Optional.of(after));
  }

  /** The same, as it stands there. */
  public ApprovalRule at(Diagnostic.Location place) {
    return with(rule -> rule.location = Optional.of(place));
  }

  /** What people call it. */
  public String name() {
    return name;
  }

  /** Purposes of plans and actions of changes; none for all. */
  public List<String> actions() {
    return actions;
  }

  /** Risks of changes; none for all. */
  public List<String> risks() {
    return risks;
  }

  /** Patterns of types; none for all. */
  public List<String> types() {
    return types;
  }

  /** Patterns of policies that are violated; none for all plans. */
  public List<String> policies() {
    return policies;
  }

  /** Stages; none for all. */
  public List<String> stages() {
    return stages;
  }

  /** The roles, sorted. */
  public List<String> roles() {
    return roles;
  }

  /** How many people must approve. */
  public int count() {
    return count == 0 ? roles.size() : count;
  }

  /** Whether somebody in each of the roles must approve. */
  public boolean isByEach() {
    return count == 0;
  }

  /** How long after the request its approvals count, if the rule says so. */
  public Optional<Duration> expires() {
    return expires;
  }

  /** Where it is written. */
  public Optional<Diagnostic.Location> location() {
    return location;
  }

  private List<Object> parts() {
    return List.of(name, actions, risks, types, policies, stages, roles, count, expires);
  }

  /** Where it is written does not count. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ApprovalRule that && parts().equals(that.parts());
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
