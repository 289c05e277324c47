package dev.ashlar.cli;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.value.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** The options that say what to plan for. */
final class Planning {
  @Option(
      names = "--target",
      paramLabel = "ADDRESS",
      description = "Only this and what it depends on.")
  private List<String> targets = new ArrayList<>();

  @Option(
      names = "--exclude",
      paramLabel = "ADDRESS",
      description = "Without this and what depends on it.")
  private List<String> excluded = new ArrayList<>();

  @Option(
      names = "--replace",
      paramLabel = "ADDRESS",
      description = "Replace this whatever has changed.")
  private List<String> replaced = new ArrayList<>();

  @Option(
      names = "--allow-provider-change",
      paramLabel = "ADDRESS",
      description = "Let this move to another provider or scope.")
  private List<String> moved = new ArrayList<>();

  @Option(
      names = "--adopt",
      paramLabel = "ADDRESS=ID",
      description = "Take over an object that exists.")
  private List<String> adopted = new ArrayList<>();

  @Option(
      names = "--refresh",
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "Whether to ask the cloud how things are (default: true).")
  private boolean refresh = true;

  /** What the options say; an option that cannot be understood is reported. */
  PlanMode mode(PlanMode.Purpose purpose, List<String> misread) {
    Map<Address, String> adoptions = new TreeMap<>();
    for (String adoption : adopted) {
      int equals = adoption.indexOf('=', adoption.lastIndexOf(']') + 1);
      Optional<Address> address =
          equals < 0 ? Optional.empty() : Address.parse(adoption.substring(0, equals));
      if (address.isEmpty()) {
        misread.add("--adopt wants ADDRESS=ID, not " + adoption + ".");
      } else {
        adoptions.put(address.get(), adoption.substring(equals + 1));
      }
    }
    PlanMode mode =
        PlanMode.of(purpose)
            .targeting(addresses("--target", targets, misread))
            .excluding(addresses("--exclude", excluded, misread))
            .replacing(addresses("--replace", replaced, misread))
            .allowingProviderChange(addresses("--allow-provider-change", moved, misread))
            .adopting(adoptions);
    return refresh ? mode : mode.withoutRefresh();
  }

  private static Set<Address> addresses(String option, List<String> texts, List<String> misread) {
    Set<Address> addresses = new TreeSet<>();
    for (String text : texts) {
      Address.parse(text)
          .ifPresentOrElse(
              addresses::add,
              () ->
                  misread.add(
                      option
                          + " wants an address like uploads or uploads[\"a\"], not "
                          + text
                          + "."));
    }
    return addresses;
  }

  /** Whether nothing is planned because a run has not ended, be it interrupted or under way. */
  static boolean isUnended(Plan plan) {
    return plan.diagnostics().stream()
        .map(Diagnostic::code)
        .anyMatch(code -> code.equals("execution.recover-first") || code.equals("state.locked"));
  }

  /** The exit of a plan that was only shown. */
  static Exit exit(Plan plan) {
    if (plan.hasErrors()) {
      boolean recover =
          plan.diagnostics().stream().anyMatch(d -> d.code().equals("execution.recover-first"));
      return recover ? Exit.NEEDS_DECISION : Exit.of(plan.diagnostics());
    }
    if (plan.isDenied()) {
      return Exit.DENIED;
    }
    return plan.isEmpty() ? Exit.DONE : Exit.CHANGES;
  }
}
