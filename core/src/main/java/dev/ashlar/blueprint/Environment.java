package dev.ashlar.blueprint;

import dev.ashlar.blueprint.reading.EnvironmentReader;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.value.Value;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * One blueprint and everything that may differ: tenant, stage, target, parameters, flags,
 * approvals, on-failure. Withers return copies.
 *
 * @since 0.1
 */
public final class Environment {
  private final Id id;
  private final Blueprint blueprint;
  private String stage = "development";
  private Optional<String> target = Optional.empty();
  private Map<String, Setting> parameters = Map.of();
  private Map<String, String> parameterTexts = Map.of();
  private Map<String, Boolean> flags = Map.of();
  private Map<String, Term.Fields> providers = Map.of();
  private List<Mock> mocks = List.of();
  private List<PolicyUse> policies = List.of();
  private List<Exemption> exemptions = List.of();
  private Map<String, List<String>> approvals = Map.of();
  private List<ApprovalRule> approvalRules = List.of();
  private OnFailure onFailure = OnFailure.STOP;
  private List<Diagnostic> problems = List.of();

  private Environment(Id id, Blueprint blueprint) {
    this.id = id;
    this.blueprint = blueprint;
  }

  /**
   * Reads a document of kind Environment, YAML or JSON, within the standard limits, with the files
   * that it names.
   */
  public static Checked<Environment> read(Source source) {
    return read(source, ReadLimits.STANDARD);
  }

  /**
   * Reads a document of kind Environment, YAML or JSON: every structural problem of it, of what it
   * extends and of its blueprint at once.
   */
  public static Checked<Environment> read(Source source, ReadLimits limits) {
    return EnvironmentReader.read(source, limits);
  }

  /** An environment of its own name, in no tenant, in stage {@code development}. */
  public static Environment of(String name, Blueprint blueprint) {
    return new Environment(new Id("", name), blueprint);
  }

  /**
   * What an environment is called, everywhere and for good.
   *
   * @param tenant whose it is; may be empty
   * @param name its name, unique within the tenant
   */
  public record Id(String tenant, String name) implements Comparable<Id> {
    @Override
    public int compareTo(Id other) {
      int order = tenant.compareTo(other.tenant);
      return order != 0 ? order : name.compareTo(other.name);
    }

    @Override
    public String toString() {
      return tenant.isEmpty() ? name : tenant + "/" + name;
    }
  }

  /** What happens when an operation fails. */
  public enum OnFailure {
    /** Nothing more is begun. */
    STOP,
    /** Only what depends on the failed one is skipped. */
    CONTINUE,
    /** What the run did is undone. */
    ROLLBACK
  }

  /** The value of a parameter, or where to get it from. */
  public sealed interface Setting {}

  /**
   * A value that is given.
   *
   * @param value the value; a secret value for a sensitive parameter
   * @param place where it stands
   */
  public record Given(Value value, Place place) implements Setting {}

  /**
   * A secret that is fetched at the moment of use.
   *
   * @param reference scheme and name: {@code env:ORDERS_TOKEN}, {@code file:token.txt}
   * @param place where it stands
   */
  public record SecretReference(String reference, Place place) implements Setting {}

  /**
   * Types that live in the in-memory cloud here.
   *
   * @param types a pattern of type names, {@code *} for anything
   * @param feedReal whether their outputs may reach real resources
   */
  public record Mock(String types, boolean feedReal) {}

  /**
   * A policy pack that holds here.
   *
   * @param name the name of a pack that the engine knows, or of the file
   * @param file the file that the pack is in, where the document names one
   * @param parameters what the pack's parameters are set to
   * @param location where it is named
   */
  public record PolicyUse(
      String name,
      Optional<Source> file,
      Value.MapValue parameters,
      Optional<Diagnostic.Location> location) {
    /** A pack that the engine knows, with its parameters as they are by default. */
    public static PolicyUse of(String name) {
      return new PolicyUse(name, Optional.empty(), Value.MapValue.EMPTY, Optional.empty());
    }
  }

  /**
   * Allows what a policy forbids, for some resources and for some time.
   *
   * @param policy which policy: {@code PACK/ID}
   * @param resources patterns of addresses, {@code *} for anything; none for all of them
   * @param reason why
   * @param owner who answers for it
   * @param expires from when on it does not count any more
   * @param location where it is written
   */
  public record Exemption(
      String policy,
      List<String> resources,
      String reason,
      String owner,
      Instant expires,
      Optional<Diagnostic.Location> location) {
    /** Copies the list. */
    public Exemption {
      resources = List.copyOf(resources);
    }
  }

  private Environment copy(Id identifier, Blueprint document, Consumer<Environment> change) {
    Environment copy = new Environment(identifier, document);
    copy.stage = stage;
    copy.target = target;
    copy.parameters = parameters;
    copy.parameterTexts = parameterTexts;
    copy.flags = flags;
    copy.providers = providers;
    copy.mocks = mocks;
    copy.policies = policies;
    copy.exemptions = exemptions;
    copy.approvals = approvals;
    copy.approvalRules = approvalRules;
    copy.onFailure = onFailure;
    copy.problems = problems;
    change.accept(copy);
    return copy;
  }

  private static <T> Map<String, T> with(Map<String, T> map, String key, T value) {
    TreeMap<String, T> more = new TreeMap<>(map);
    more.put(key, value);
    return Collections.unmodifiableMap(more);
  }

  /** The same, of a tenant. */
  public Environment tenant(String name) {
    return copy(new Id(name, id.name()), blueprint, e -> {});
  }

  /** The same, of another blueprint. */
  public Environment blueprint(Blueprint document) {
    return copy(id, document, e -> {});
  }

  /** The same, at a stage. */
  public Environment stage(String name) {
    return copy(id, blueprint, e -> e.stage = name);
  }

  /** The same, on a cloud: what intents are resolved to. */
  public Environment target(String cloud) {
    return copy(id, blueprint, e -> e.target = Optional.of(cloud));
  }

  /** The same, with a parameter set. */
  public Environment parameter(String name, Setting setting) {
    return copy(id, blueprint, e -> e.parameters = with(parameters, name, setting));
  }

  /** The same, with a parameter set. */
  public Environment parameter(String name, Value value) {
    return parameter(name, new Given(value, Place.inCode(id.toString())));
  }

  /** The same, with a parameter set. */
  public Environment parameter(String name, String value) {
    return parameter(name, Value.of(value));
  }

  /** The same, with a parameter set. */
  public Environment parameter(String name, long value) {
    return parameter(name, Value.of(value));
  }

  /** The same, with a parameter set. */
  public Environment parameter(String name, boolean value) {
    return parameter(name, Value.of(value));
  }

  /**
   * The same, with a parameter set as a text that is read by the declared type: JSON for lists,
   * maps and objects. {@code @env:NAME} and {@code @file:PATH} are read when planning; of a
   * sensitive parameter they become a secret reference.
   */
  public Environment parameterText(String name, String text) {
    return copy(id, blueprint, e -> e.parameterTexts = with(parameterTexts, name, text));
  }

  /** The same, with a flag set. */
  public Environment flag(String name, boolean on) {
    return copy(id, blueprint, e -> e.flags = with(flags, name, on));
  }

  /** The same, with what a provider is configured with here, over what the blueprint says. */
  public Environment provider(String name, Term.Fields configuration) {
    return copy(id, blueprint, e -> e.providers = with(providers, name, configuration));
  }

  /** The same, with these types in the in-memory cloud. */
  public Environment mocks(List<Mock> all) {
    return copy(id, blueprint, e -> e.mocks = List.copyOf(all));
  }

  /** The same, under these policy packs, which the engine knows by name. */
  public Environment policies(List<String> packs) {
    return policyUses(packs.stream().map(PolicyUse::of).toList());
  }

  /** The same, under these policy packs. */
  public Environment policyUses(List<PolicyUse> packs) {
    return copy(id, blueprint, e -> e.policies = List.copyOf(packs));
  }

  /** The same, with what is exempt from policies. */
  public Environment exemptions(List<Exemption> all) {
    return copy(id, blueprint, e -> e.exemptions = List.copyOf(all));
  }

  /** The same, with the roles that must approve each kind of action. */
  public Environment approvals(Map<String, List<String>> rolesByAction) {
    return copy(
        id,
        blueprint,
        e -> e.approvals = Collections.unmodifiableMap(new TreeMap<>(rolesByAction)));
  }

  /** The same, with rules that say more of what must be approved, and by whom. */
  public Environment approvalRules(List<ApprovalRule> rules) {
    return copy(id, blueprint, e -> e.approvalRules = List.copyOf(rules));
  }

  /** The same, with what happens when an operation fails. */
  public Environment onFailure(OnFailure choice) {
    return copy(id, blueprint, e -> e.onFailure = choice);
  }

  /**
   * The same, with what was found wrong while its documents were read. With an error among it, it
   * can be checked for more, and every plan for it is refused.
   */
  public Environment problems(List<Diagnostic> found) {
    return copy(id, blueprint, e -> e.problems = List.copyOf(found));
  }

  /** What it is called. */
  public Id id() {
    return id;
  }

  /** What is to exist in it. */
  public Blueprint blueprint() {
    return blueprint;
  }

  /** Its stage; {@code development} where nobody says. */
  public String stage() {
    return stage;
  }

  /** The cloud that intents are resolved to. */
  public Optional<String> target() {
    return target;
  }

  /** Parameters that are set here, by name. */
  public Map<String, Setting> parameters() {
    return parameters;
  }

  /** Parameters that are set here as texts, by name: they count before the others. */
  public Map<String, String> parameterTexts() {
    return parameterTexts;
  }

  /** Flags that are set here, by name. */
  public Map<String, Boolean> flags() {
    return flags;
  }

  /** What providers are configured with here, by the name that resources refer to. */
  public Map<String, Term.Fields> providers() {
    return providers;
  }

  /** Types that live in the in-memory cloud here. */
  public List<Mock> mocks() {
    return mocks;
  }

  /** Policy packs, by name or file. */
  public List<String> policies() {
    return policies.stream().map(PolicyUse::name).toList();
  }

  /** Policy packs, with their parameters. */
  public List<PolicyUse> policyUses() {
    return policies;
  }

  /** What is exempt from policies. */
  public List<Exemption> exemptions() {
    return exemptions;
  }

  /** Roles that must approve, by kind of action. */
  public Map<String, List<String>> approvals() {
    return approvals;
  }

  /** Rules that say more of what must be approved, and by whom. */
  public List<ApprovalRule> approvalRules() {
    return approvalRules;
  }

  /** What happens when an operation fails. */
  public OnFailure onFailure() {
    return onFailure;
  }

  /**
   * What was found wrong while its documents were read; empty unless it is a draft ({@link
   * Documents#draft}).
   */
  public List<Diagnostic> problems() {
    return problems;
  }

  @Override
  public String toString() {
    return id.toString();
  }
}
