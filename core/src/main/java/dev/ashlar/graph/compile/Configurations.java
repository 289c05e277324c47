package dev.ashlar.graph.compile;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.ProviderDeclaration;
import dev.ashlar.blueprint.Term;
import dev.ashlar.graph.NodeId;
import dev.ashlar.graph.problem.DidYouMean;
import dev.ashlar.graph.problem.GraphProblems;
import dev.ashlar.graph.problem.Report;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The configurations of providers: those declared, those that the environment adds to, and the
 * default one of each provider that is used.
 */
final class Configurations {
  private final Types types;
  private final Report report;
  private final Map<String, Configuration> byName = new LinkedHashMap<>();

  /** What serves a type where the declaration does not say: found once, it stays. */
  private final Map<String, NodeId> usual = new HashMap<>();

  /**
   * One configuration.
   *
   * @param name the name that resources refer to
   * @param provider the provider's name
   * @param declared whether a blueprint or environment has it
   * @param terms blueprint and environment merged
   * @param place where it, or else its first use, stands
   */
  record Configuration(
      String name, String provider, boolean declared, Term.Fields terms, Place place) {}

  Configurations(Environment environment, Types types, Report report) {
    this.types = types;
    this.report = report;
    environment.blueprint().providers().forEach(this::declare);
    environment.providers().forEach(this::overlay);
  }

  private void declare(String name, ProviderDeclaration declaration) {
    if (types.configuration(declaration.provider()).isEmpty()) {
      unknown(declaration.provider(), "There is no provider", declaration.place(), report);
      return;
    }
    byName.put(
        name,
        new Configuration(
            name, declaration.provider(), true, declaration.configuration(), declaration.place()));
  }

  private void overlay(String name, Term.Fields terms) {
    Configuration declared = byName.get(name);
    if (declared != null) {
      byName.put(
          name,
          new Configuration(
              name, declared.provider(), true, merged(declared.terms(), terms), declared.place()));
    } else if (types.configuration(name).isPresent()) {
      byName.put(name, new Configuration(name, name, true, terms, terms.place()));
    } else {
      unknown(
          name,
          "The environment configures a provider that the blueprint does not have:",
          terms.place(),
          report);
    }
  }

  /** Entry by entry: what the environment says of one replaces what the blueprint says of it. */
  private static Term.Fields merged(Term.Fields below, Term.Fields above) {
    SortedMap<String, Term> fields = new TreeMap<>(below.fields());
    fields.putAll(above.fields());
    SortedMap<String, Place> places = new TreeMap<>(below.places());
    places.putAll(above.places());
    return new Term.Fields(fields, places, below.place());
  }

  private void unknown(String name, String what, Place place, Report about) {
    List<String> known = new ArrayList<>(byName.keySet());
    types.providers().stream().filter(each -> !known.contains(each)).forEach(known::add);
    about.add(
        GraphProblems.UNKNOWN_PROVIDER,
        what + " \"" + name + "\"" + DidYouMean.ending(name, known),
        place);
  }

  /**
   * The configuration that serves a type.
   *
   * @param chosen what the declaration says
   * @return empty where that was reported
   */
  Optional<NodeId> serving(String type, Optional<String> chosen, Place place, Report about) {
    if (chosen.isPresent()) {
      return found(type, chosen, place, about);
    }
    NodeId known = usual.get(type);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<NodeId> found = found(type, chosen, place, about);
    found.ifPresent(id -> usual.put(type, id));
    return found;
  }

  private Optional<NodeId> found(String type, Optional<String> chosen, Place place, Report about) {
    Optional<String> owner = types.provider(type);
    if (owner.isEmpty()) {
      return Optional.empty();
    }
    String name = chosen.or(() -> byDefault(owner.get())).orElse("");
    if (name.isEmpty()) {
      about.add(
          GraphProblems.AMBIGUOUS_PROVIDER,
          "The provider \""
              + owner.get()
              + "\" has several configurations: say \"provider: "
              + String.join("\" or \"provider: ", named(owner.get()))
              + "\".",
          place);
      return Optional.empty();
    }
    Configuration configuration = byName.get(name);
    if (configuration == null && name.equals(owner.get())) {
      configuration = new Configuration(name, name, false, Term.Fields.empty(place), place);
      byName.put(name, configuration);
    }
    if (configuration == null && types.configuration(name).isEmpty()) {
      unknown(name, "There is no configuration", place, about);
      return Optional.empty();
    }
    String provider = configuration == null ? name : configuration.provider();
    if (!provider.equals(owner.get())) {
      about.add(
          GraphProblems.WRONG_PROVIDER,
          "\""
              + name
              + "\" configures the provider \""
              + provider
              + "\", and the type \""
              + type
              + "\" is of the provider \""
              + owner.get()
              + "\". Leave \"provider\" out, or name a configuration of that one.",
          place);
      return Optional.empty();
    }
    return Optional.of(new NodeId(NodeId.Kind.PROVIDER, name));
  }

  /** The provider's own name, or its only configuration; empty where there are several others. */
  private Optional<String> byDefault(String provider) {
    List<String> declared = named(provider);
    if (declared.isEmpty() || declared.contains(provider)) {
      return Optional.of(provider);
    }
    return declared.size() == 1 ? Optional.of(declared.get(0)) : Optional.empty();
  }

  private List<String> named(String provider) {
    return byName.values().stream()
        .filter(each -> each.declared() && each.provider().equals(provider))
        .map(Configuration::name)
        .toList();
  }

  /** Whether a blueprint or environment has a configuration of this name. */
  boolean isDeclared(String name) {
    Configuration configuration = byName.get(name);
    return configuration != null && configuration.declared();
  }

  /** All that are declared or used. */
  List<Configuration> all() {
    return List.copyOf(byName.values());
  }
}
