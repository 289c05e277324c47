package dev.ashlar.testkit;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.DiagnosticText;
import dev.ashlar.testkit.assertion.Matching;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/**
 * Problems and warnings, by code and place: their words may change.
 *
 * @since 0.1
 */
public final class DiagnosticsAssert
    extends AbstractAssert<DiagnosticsAssert, Collection<Diagnostic>> {

  DiagnosticsAssert(Collection<Diagnostic> diagnostics) {
    super(List.copyOf(diagnostics), DiagnosticsAssert.class);
  }

  /** There is no problem and no warning. */
  public DiagnosticsAssert isEmpty() {
    if (!actual.isEmpty()) {
      throw told("there are problems");
    }
    return this;
  }

  /** There is no error. */
  public DiagnosticsAssert hasNoErrors() {
    if (actual.stream().anyMatch(Diagnostic::isError)) {
      throw told("there are errors");
    }
    return this;
  }

  /** One has this code. */
  public DiagnosticsAssert hasCode(String code) {
    if (actual.stream().noneMatch(it -> it.code().equals(code))) {
      throw told("there is no " + code);
    }
    return this;
  }

  /** One has this code at this place: {@code orders.yaml:3:7}, or its line. */
  public DiagnosticsAssert hasCodeAt(String code, String place) {
    boolean there =
        actual.stream()
            .filter(it -> it.code().equals(code))
            .flatMap(it -> it.location().stream())
            .anyMatch(location -> Matching.isAt(location.toString(), place));
    if (!there) {
      throw told("there is no %s at %s".formatted(code, place));
    }
    return this;
  }

  /** One has this code and concerns this resource. */
  public DiagnosticsAssert hasCodeOn(String code, String address) {
    boolean there =
        actual.stream()
            .filter(it -> it.code().equals(code))
            .flatMap(it -> it.address().stream())
            .anyMatch(it -> it.toString().equals(address));
    if (!there) {
      throw told("there is no %s on %s".formatted(code, address));
    }
    return this;
  }

  /** One has this code and belongs to this element of the canvas. */
  public DiagnosticsAssert hasCodeOnCanvas(String code, String element) {
    boolean there =
        actual.stream()
            .filter(it -> it.code().equals(code))
            .flatMap(it -> it.canvas().stream())
            .anyMatch(element::equals);
    if (!there) {
      throw told("there is no %s on the canvas element %s".formatted(code, element));
    }
    return this;
  }

  private AssertionError told(String what) {
    String all =
        actual.stream().map(DiagnosticText.plain()::render).collect(Collectors.joining("\n"));
    return failure("%s; there is:\n%s", what, all.isEmpty() ? "nothing" : all);
  }
}
