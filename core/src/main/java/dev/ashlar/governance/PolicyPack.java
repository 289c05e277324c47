package dev.ashlar.governance;

import dev.ashlar.blueprint.ParameterDeclaration;
import dev.ashlar.blueprint.Place;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.governance.policy.pack.BuiltInPacks;
import dev.ashlar.governance.policy.reading.PackReader;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Verdict;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Policies that are versioned together: inert data, as a document of kind PolicyPack says them.
 *
 * @since 0.1
 */
public final class PolicyPack {
  private final String name;
  private final String version;
  private final String description;
  private final Map<String, ParameterDeclaration> parameters;
  private final List<Rule> rules;

  /**
   * A pack.
   *
   * @param name what environments call it
   * @param version its version; may be empty
   * @param description what it is for; may be empty
   * @param parameters what can be set where the pack is used, by name
   * @param rules the policies, their ids distinct
   */
  public PolicyPack(
      String name,
      String version,
      String description,
      Map<String, ParameterDeclaration> parameters,
      List<Rule> rules) {
    this.name = name;
    this.version = version;
    this.description = description;
    this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    this.rules = List.copyOf(rules);
  }

  /**
   * Reads a document of kind PolicyPack, YAML or JSON: every problem of it at once, those of its
   * expressions included, as far as they can be found without the types that they are about.
   */
  public static Checked<PolicyPack> read(Source source) {
    return PackReader.read(source);
  }

  /**
   * The pack that comes with the engine: encryption, no public access, no wildcards, segmented
   * networks, backups, rotation, names and tags.
   */
  public static PolicyPack baseline() {
    return BuiltInPacks.find("baseline").orElseThrow();
  }

  /** A pack that comes with the engine, by name. */
  public static Optional<PolicyPack> builtIn(String name) {
    return BuiltInPacks.find(name);
  }

  /** What environments call it. */
  public String name() {
    return name;
  }

  /** Its version; may be empty. */
  public String version() {
    return version;
  }

  /** What it is for; may be empty. */
  public String description() {
    return description;
  }

  /** What can be set where it is used, by name. */
  public Map<String, ParameterDeclaration> parameters() {
    return parameters;
  }

  /** Its policies, in the order of the document. */
  public List<Rule> rules() {
    return rules;
  }

  @Override
  public String toString() {
    return version.isEmpty() ? name : name + "@" + version;
  }

  /** What a policy is judged for. */
  public enum Scope {
    /** Each change by itself. */
    RESOURCE,
    /** The whole graph: once, or for each change that it matches. */
    GRAPH
  }

  /**
   * Which changes a policy is about. What is empty excludes nothing.
   *
   * @param types patterns of type names, {@code *} for anything
   * @param actions what is done; where none is said, everything that makes or changes an object
   * @param stages the stages of environments
   * @param providers the names of providers
   */
  public record Match(
      List<String> types, Set<Action> actions, List<String> stages, List<String> providers) {
    /** Copies the lists. */
    public Match {
      types = List.copyOf(types);
      actions = Set.copyOf(actions);
      stages = List.copyOf(stages);
      providers = List.copyOf(providers);
    }
  }

  /**
   * One policy.
   *
   * @param id unique in its pack
   * @param severity what a violation means
   * @param scope what it is judged for
   * @param match which changes it is about
   * @param over of a policy of the graph, patterns of the types that {@code resources} holds; none
   *     for all of them
   * @param assertion the expression that holds where the policy does
   * @param assertionPlace where it stands
   * @param message what is wrong where it does not hold; may hold expressions
   * @param messagePlace where it stands
   * @param fix what to do about it
   * @param documentation where to read more
   * @param location where the policy begins
   */
  public record Rule(
      String id,
      Verdict.Severity severity,
      Scope scope,
      Match match,
      List<String> over,
      String assertion,
      Place assertionPlace,
      String message,
      Place messagePlace,
      Optional<String> fix,
      Optional<String> documentation,
      Diagnostic.Location location) {
    /** Copies the list. */
    public Rule {
      over = List.copyOf(over);
    }
  }
}
