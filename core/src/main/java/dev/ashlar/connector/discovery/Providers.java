package dev.ashlar.connector.discovery;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.ashlar.connector.Provider;
import dev.ashlar.connector.RateLimit;
import dev.ashlar.connector.problem.ConnectorProblems;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Suggestion;
import dev.ashlar.schema.Catalog;
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.ResourceSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;

/**
 * The providers of an engine: registered by hand or found by {@link ServiceLoader}. Immutable, safe
 * for every thread; reads no schema until it is asked for one.
 */
public final class Providers {
  private final List<Candidate> candidates;
  private final List<Claims.Conflict> conflicts;
  private final List<Diagnostic> diagnostics;

  private Providers(Claims claims, List<Diagnostic> broken) {
    this.candidates = claims.sound().stream().sorted(comparing(Candidate::name)).toList();
    this.conflicts = claims.conflicts();
    List<Diagnostic> all = new ArrayList<>(broken);
    conflicts.forEach(conflict -> all.add(conflict.problem()));
    this.diagnostics = List.copyOf(all);
  }

  /** Starts to collect providers. */
  public static Builder builder() {
    return new Builder();
  }

  /** These providers. */
  public static Providers of(Provider... providers) {
    Builder builder = builder();
    for (Provider provider : providers) {
      builder.add(provider);
    }
    return builder.build();
  }

  /** Every provider that is broken or refused, with class and jar. The others work. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** All providers, in the order of their names. */
  public List<Provider> all() {
    return candidates.stream().map(Candidate::provider).toList();
  }

  /** The provider of a name. */
  public Optional<Provider> named(String name) {
    return candidates.stream()
        .filter(candidate -> candidate.name().equals(name))
        .map(Candidate::provider)
        .findFirst();
  }

  /** The provider that owns a type, whether it knows the type or not. */
  public Optional<Provider> owning(String type) {
    return owner(type).map(Candidate::provider);
  }

  /**
   * What the provider of a type says of an operation's limit. A provider that cannot say it says
   * nothing.
   */
  public Optional<RateLimit> rateLimit(String type, Operation operation) {
    try {
      return owning(type).flatMap(provider -> provider.rateLimit(type, operation));
    } catch (RuntimeException | LinkageError e) {
      return Optional.empty();
    }
  }

  /** What the provider of a name said of itself. */
  public Optional<Provider.Descriptor> descriptor(String name) {
    return candidates.stream()
        .filter(candidate -> candidate.name().equals(name))
        .map(Candidate::descriptor)
        .findFirst();
  }

  /** The name of the provider that owns a type. */
  public Optional<String> ownerName(String type) {
    return owner(type).map(Candidate::name);
  }

  /** The types of all providers. Never fails: what cannot be read is absent. */
  public Catalog catalog() {
    return new MergedCatalog(this);
  }

  /** The schema of a type, or why there is none: with the nearest name that exists. */
  public Checked<ResourceSchema> schema(String type) {
    List<Diagnostic> contested =
        conflicts.stream().filter(c -> c.concerns(type)).map(Claims.Conflict::problem).toList();
    if (!contested.isEmpty()) {
      return Checked.refused(contested);
    }
    Optional<Candidate> owner = owner(type);
    if (owner.isEmpty()) {
      return refused(
          ConnectorProblems.NO_PROVIDER,
          "No provider owns the type \"" + type + "\"" + meant(type, candidates) + owned());
    }
    return read(owner.get(), type);
  }

  List<Candidate> candidates() {
    return candidates;
  }

  private Optional<Candidate> owner(String type) {
    return candidates.stream().filter(candidate -> Claims.owns(candidate, type)).findFirst();
  }

  private static Checked<ResourceSchema> read(Candidate owner, String type) {
    Optional<ResourceSchema> schema;
    try {
      schema = Objects.requireNonNull(owner.provider().catalog().schema(type));
    } catch (RuntimeException | LinkageError e) {
      return refused(
          ConnectorProblems.BROKEN_SCHEMA,
          "The provider "
              + owner.origin()
              + " cannot give the schema of \""
              + type
              + "\": it threw "
              + e.getClass().getName()
              + ".");
    }
    if (schema.isEmpty()) {
      return refused(
          ConnectorProblems.UNKNOWN_TYPE,
          "The provider \""
              + owner.name()
              + "\" has no type \""
              + type
              + "\""
              + meant(type, List.of(owner)));
    }
    return Checked.of(schema.get());
  }

  private static String meant(String type, List<Candidate> candidates) {
    Set<String> types = new TreeSet<>();
    candidates.forEach(candidate -> types.addAll(MergedCatalog.typesOf(candidate)));
    String suggestion = Suggestion.clause(type, types);
    return suggestion.isEmpty() ? "." : suggestion;
  }

  private String owned() {
    return candidates.isEmpty()
        ? " There is no provider at all: register one."
        : " Known types start with "
            + candidates.stream()
                .flatMap(candidate -> candidate.descriptor().namespaces().stream())
                .sorted()
                .collect(joining(", "))
            + ".";
  }

  private static <T> Checked<T> refused(Code code, String detail) {
    return Checked.refused(List.of(Diagnostic.of(code, detail)));
  }

  /** Collects providers. For one thread. */
  public static final class Builder {
    private final List<Provider> byHand = new ArrayList<>();
    private final List<ClassLoader> loaders = new ArrayList<>();
    private final List<ModuleLayer> layers = new ArrayList<>();

    private Builder() {}

    /** Adds a provider. One that is found and has the same class gives way to it. */
    public Builder add(Provider provider) {
      byHand.add(Objects.requireNonNull(provider, "provider"));
      return this;
    }

    /** Finds the providers that a class loader sees, in modules and on the class path. */
    public Builder discover(ClassLoader loader) {
      loaders.add(Objects.requireNonNull(loader, "loader"));
      return this;
    }

    /** Finds the providers of a module layer and its parents. */
    public Builder discover(ModuleLayer layer) {
      layers.add(Objects.requireNonNull(layer, "layer"));
      return this;
    }

    /** Loads and describes the providers, and settles who owns what. */
    public Providers build() {
      Discovery discovery = new Discovery();
      byHand.forEach(discovery::register);
      Set<Class<?>> known = byHand.stream().map(Object::getClass).collect(toSet());
      for (ClassLoader loader : loaders) {
        ServiceLoader<Provider> services = ServiceLoader.load(Provider.class, loader);
        discovery.find(services, () -> ServiceFiles.problems(loader), known);
      }
      for (ModuleLayer layer : layers) {
        discovery.find(ServiceLoader.load(layer, Provider.class), List::of, known);
      }
      return new Providers(Claims.of(discovery.candidates()), discovery.diagnostics());
    }
  }
}
