package dev.ashlar.cli;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a command came to, before anybody writes it: for a person or for a program.
 *
 * @param exit how it ended
 * @param environment which environment it was about
 * @param serial the state's serial afterwards
 * @param diagnostics every problem and warning
 * @param result what a program reads
 * @param text what a person reads; ends in a line break unless it is empty
 */
record Report(
    Exit exit,
    Optional<Environment.Id> environment,
    OptionalLong serial,
    List<Diagnostic> diagnostics,
    Json result,
    String text) {

  static Report of(Exit exit, Json result, String text) {
    return new Report(exit, Optional.empty(), OptionalLong.empty(), List.of(), result, text);
  }

  static Report failed(List<Diagnostic> diagnostics) {
    return new Report(
        Exit.FAILED, Optional.empty(), OptionalLong.empty(), diagnostics, Json.NOTHING, "");
  }

  static Report usage(String code, String detail) {
    return new Report(
        Exit.USAGE,
        Optional.empty(),
        OptionalLong.empty(),
        List.of(Usage.problem(code, detail)),
        Json.NOTHING,
        "");
  }

  Report in(Environment.Id id) {
    return new Report(exit, Optional.of(id), serial, diagnostics, result, text);
  }

  Report at(long number) {
    return new Report(exit, environment, OptionalLong.of(number), diagnostics, result, text);
  }

  Report and(List<Diagnostic> more) {
    List<Diagnostic> all = new ArrayList<>(diagnostics);
    all.addAll(more);
    return new Report(exit, environment, serial, all, result, text);
  }
}
