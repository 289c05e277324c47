package dev.ashlar.cli;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.DiagnosticText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a command came to, before anybody writes it: for a person or for a program.
 *
 * @param exit how it ended
 * @param environment which environment it was about
 * @param serial the state's serial afterwards
 * @param diagnostics every problem and warning
 * @param told those of them that the text says already
 * @param result what a program reads
 * @param text what a person reads; ends in a line break unless it is empty
 */
record Report(
    Exit exit,
    Optional<Environment.Id> environment,
    OptionalLong serial,
    List<Diagnostic> diagnostics,
    Set<Diagnostic> told,
    Json result,
    String text) {

  static Report of(Exit exit, Json result, String text) {
    return new Report(
        exit, Optional.empty(), OptionalLong.empty(), List.of(), Set.of(), result, text);
  }

  static Report failed(List<Diagnostic> diagnostics) {
    return new Report(
        Exit.of(diagnostics),
        Optional.empty(),
        OptionalLong.empty(),
        diagnostics,
        Set.of(),
        Json.NOTHING,
        "");
  }

  static Report usage(String detail) {
    return new Report(
        Exit.USAGE,
        Optional.empty(),
        OptionalLong.empty(),
        List.of(Usage.problem(detail)),
        Set.of(),
        Json.NOTHING,
        "");
  }

  /** Something that was asked for cannot be done, however the command is put. */
  static Report refused(String detail) {
    return failed(List.of(Usage.refusal(detail)));
  }

  /** Writes it for a person: what is wrong beside what it came to, and nothing twice. */
  void show(Console console) {
    DiagnosticText lines = console.colour() ? DiagnosticText.coloured() : DiagnosticText.plain();
    diagnostics.stream()
        .distinct()
        .filter(diagnostic -> !told.contains(diagnostic))
        .forEach(diagnostic -> console.err().println(lines.render(diagnostic)));
    console.err().flush();
    console.out().print(text);
    console.out().flush();
  }

  Report in(Environment.Id id) {
    return new Report(exit, Optional.of(id), serial, diagnostics, told, result, text);
  }

  Report at(long number) {
    return new Report(exit, environment, OptionalLong.of(number), diagnostics, told, result, text);
  }

  /** The same, with more for a person to read. */
  Report saying(String more) {
    return new Report(exit, environment, serial, diagnostics, told, result, text + more);
  }

  Report and(List<Diagnostic> more) {
    Set<Diagnostic> all = new LinkedHashSet<>(diagnostics);
    all.addAll(more);
    return new Report(exit, environment, serial, List.copyOf(all), told, result, text);
  }

  /** The same with what its text says already: for a program. */
  Report telling(List<Diagnostic> more) {
    Report with = and(more);
    Set<Diagnostic> all = new LinkedHashSet<>(told);
    all.addAll(more);
    return new Report(exit, environment, serial, with.diagnostics(), Set.copyOf(all), result, text);
  }
}
