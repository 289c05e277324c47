package dev.ashlar.blueprint.source;

import dev.ashlar.blueprint.DocumentProblems;
import dev.ashlar.blueprint.Place;
import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Diagnostic.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects what is wrong with a document. For one thread. */
public final class Problems {
  private final List<Diagnostic> all;
  private final int limit;
  private final Optional<String> canvas;

  private Problems(List<Diagnostic> all, int limit, Optional<String> canvas) {
    this.all = all;
    this.limit = limit;
    this.canvas = canvas;
  }

  /** Collects so many and no more. */
  public Problems(int limit) {
    this(new ArrayList<>(), limit, Optional.empty());
  }

  /** The same collection; what is added through this one concerns a canvas element. */
  public Problems on(Optional<String> canvasElement) {
    return canvasElement.isPresent() ? new Problems(all, limit, canvasElement) : this;
  }

  /** Adds a problem at a place. */
  public void add(Code code, Place place, String detail) {
    add(code, place.start(), detail);
  }

  /** Adds a problem at a place; what it says is worked out only if it will be told. */
  public void add(Code code, Place place, Supplier<String> detail) {
    add(code, place, all.size() < limit ? detail.get() : "");
  }

  /** Adds a problem at a place. */
  public void add(Code code, Location where, String detail) {
    add(Diagnostic.of(code, detail).at(where));
  }

  /** Adds a problem; one that says no canvas element gets this one's. */
  public void add(Diagnostic problem) {
    if (all.size() < limit) {
      all.add(
          canvas.isPresent() && problem.canvas().isEmpty()
              ? problem.canvas(canvas.get())
              : problem);
    } else if (all.size() == limit) {
      all.add(
          Diagnostic.of(
              DocumentProblems.TOO_MANY_PROBLEMS,
              "The first " + limit + " are listed; mend some of them and look again."));
    }
  }

  /** Whether an error is among them. */
  public boolean hasErrors() {
    return all.stream().anyMatch(Diagnostic::isError);
  }

  /** Everything so far, in the order of the source; what has no place comes last. */
  public List<Diagnostic> sorted() {
    List<Diagnostic> sorted = new ArrayList<>(all);
    sorted.sort(
        Comparator.comparing(
            problem -> problem.location().orElse(NOWHERE), Comparator.naturalOrder()));
    return sorted;
  }

  private static final Location NOWHERE =
      new Location(Character.toString(Character.MAX_CODE_POINT), Integer.MAX_VALUE, 1);
}
