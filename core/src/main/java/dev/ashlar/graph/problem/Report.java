package dev.ashlar.graph.problem;

import dev.ashlar.blueprint.Place;
import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.graph.Node;
import dev.ashlar.value.Address;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects diagnostics, and tells each what it is about. For one thread. */
public final class Report {
  private final List<Diagnostic> all;
  private final @Nullable String name;
  private final @Nullable String canvas;

  private Report(List<Diagnostic> all, @Nullable String name, @Nullable String canvas) {
    this.all = all;
    this.name = name;
    this.canvas = canvas;
  }

  /** An empty report. */
  public static Report empty() {
    return new Report(new ArrayList<>(), null, null);
  }

  /** The same report, for what is said of one declaration. */
  public Report about(String declared, Optional<String> canvasElement) {
    return new Report(all, declared, canvasElement.orElse(null));
  }

  /** The same report, for what is said of one node. */
  public Report about(Node node) {
    if (node instanceof Node.ResourceNode resource) {
      return about(node.id().name(), resource.declaration().canvas());
    }
    return node instanceof Node.LookupNode lookup
        ? about(node.id().name(), lookup.declaration().canvas())
        : this;
  }

  /** Adds a problem at the beginning of a place. */
  public void add(Code code, String detail, Place place) {
    add(Diagnostic.of(code, detail).at(place.start()));
  }

  /** Adds a problem with a property, at the beginning of a place. */
  public void add(Code code, String detail, Place place, ValuePath property) {
    add(Diagnostic.of(code, detail).at(place.start()).in(property));
  }

  /** Adds a problem that already has its place. */
  public void add(Diagnostic problem) {
    Address address = name == null ? null : Address.parse(name).orElse(null);
    all.add(problem.on(address).canvas(canvas));
  }

  /** How many there are so far. */
  public int size() {
    return all.size();
  }

  /** All that was added, in the order of the source; each once. */
  public List<Diagnostic> inOrder() {
    return inOrder(all);
  }

  /** Problems in the order of the source; each once. */
  public static List<Diagnostic> inOrder(List<Diagnostic> problems) {
    Comparator<Diagnostic> bySource =
        Comparator.comparing(
            diagnostic -> diagnostic.location().orElse(null),
            Comparator.nullsFirst(Comparator.naturalOrder()));
    return problems.stream().distinct().sorted(bySource).toList();
  }
}
