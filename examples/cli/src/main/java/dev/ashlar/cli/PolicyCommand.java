package dev.ashlar.cli;

import dev.ashlar.blueprint.Documents;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.Environment.PolicyUse;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.governance.PolicyCases;
import dev.ashlar.governance.PolicyPack;
import dev.ashlar.governance.PolicyReport;
import dev.ashlar.plan.Verdict;
import dev.ashlar.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks policies, checks them, or runs their tests: whatever the file is. */
@CommandLine.Command(
    name = "policy",
    description =
        "Say what policies make of a Blueprint or an Environment; check a PolicyPack; run a"
            + " PolicyTest.")
final class PolicyCommand extends Command {
  @Parameters(
      paramLabel = "FILE",
      description = "A Blueprint, an Environment, a PolicyPack or a PolicyTest.")
  private @Nullable Path file;

  @Option(
      names = "--pack",
      paramLabel = "P",
      description = "One more pack that holds: a name such as baseline, or a file.")
  private List<String> packs = new ArrayList<>();

  @Option(
      names = "--test",
      description = "Run tests: of a PolicyTest, or of the FILE.test.yaml beside a PolicyPack.")
  private boolean test;

  @Option(names = "--sarif", paramLabel = "F", description = "Write the findings as SARIF 2.1.0.")
  private @Nullable Path sarif;

  @Option(names = "--junit", paramLabel = "F", description = "Write the results as JUnit XML.")
  private @Nullable Path junit;

  @Override
  Report run() {
    Path of = file == null ? Path.of("") : file;
    try (Workbench bench = Workbench.open(options())) {
      String kind = Documents.kind(Source.file(of)).orElse("");
      return switch (kind) {
        case "PolicyPack" -> test ? tested(bench, beside(of)) : checked(bench, of);
        case "PolicyTest" -> tested(bench, of);
        default -> test ? Report.usage(noTests()) : judged(bench, of);
      };
    }
  }

  private static String noTests() {
    return "--test runs the tests of policies: name a PolicyTest, or a PolicyPack with its tests"
        + " beside it.";
  }

  private static Path beside(Path pack) {
    String name = String.valueOf(pack.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    String extension = dot < 0 ? ".yaml" : name.substring(dot);
    return pack.resolveSibling(stem + ".test" + extension);
  }

  private Report checked(Workbench bench, Path of) {
    Checked<PolicyPack> read = PolicyPack.read(Source.file(of));
    List<Diagnostic> diagnostics = new ArrayList<>(read.diagnostics());
    read.value().ifPresent(pack -> diagnostics.addAll(bench.ashlar().check(pack)));
    if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
      return Report.failed(diagnostics);
    }
    int count = read.orThrow().rules().size();
    return Report.of(
            Exit.DONE,
            out -> {
              out.writeStartObject();
              out.writeStringField("pack", read.orThrow().name());
              out.writeNumberField("policies", count);
              out.writeEndObject();
            },
            "Sound: " + count + (count == 1 ? " policy.\n" : " policies.\n"))
        .and(diagnostics);
  }

  private Report tested(Workbench bench, Path tests) {
    Checked<PolicyCases> read = PolicyCases.read(Source.file(tests));
    Checked<PolicyCases.Results> ran =
        read.value().isPresent()
            ? bench.ashlar().test(read.value().get())
            : Checked.refused(read.diagnostics());
    if (ran.value().isEmpty()) {
      return Report.failed(ran.diagnostics());
    }
    PolicyCases.Results results = ran.value().get();
    Report report =
        Report.of(
                results.passed() ? Exit.DONE : Exit.FAILED,
                new PolicyResult.OfTests(results),
                PolicyResult.text(results))
            .and(results.failures());
    return sarif == null ? written(report, junit, results.toJunit()) : Report.usage(noFindings());
  }

  private static String noFindings() {
    return "--sarif writes what policies say of an environment; tests have --junit.";
  }

  private Report judged(Workbench bench, Path of) {
    Checked<Environment> read = bench.environment(of);
    if (read.value().isEmpty()) {
      return Report.failed(read.diagnostics());
    }
    Environment environment = withPacks(read.value().get());
    PolicyReport judged = bench.open(environment).policies().join();
    boolean unsound = judged.diagnostics().stream().anyMatch(Diagnostic::isError);
    Exit exit = unsound ? Exit.FAILED : judged.isDenied() ? Exit.DENIED : Exit.DONE;
    Report report =
        Report.of(exit, new PolicyResult.OfReport(judged), unsound ? "" : PolicyResult.text(judged))
            .in(environment.id())
            .and(read.diagnostics())
            .and(judged.diagnostics())
            .and(
                judged.findings().stream()
                    .filter(finding -> finding.verdict().outcome() != Verdict.Outcome.EXEMPT)
                    .map(PolicyReport.Finding::diagnostic)
                    .toList());
    return written(
        written(report, sarif, sarif == null ? "" : judged.toSarif()),
        junit,
        junit == null ? "" : judged.toJunit());
  }

  private Environment withPacks(Environment environment) {
    List<PolicyUse> uses = new ArrayList<>(environment.policyUses());
    for (String pack : packs) {
      boolean isFile = pack.endsWith(".yaml") || pack.endsWith(".yml") || pack.endsWith(".json");
      uses.add(
          isFile
              ? new PolicyUse(
                  pack,
                  Optional.of(Source.file(Path.of(pack))),
                  Value.MapValue.EMPTY,
                  Optional.empty())
              : PolicyUse.of(pack));
    }
    return environment.policyUses(uses);
  }

  private static Report written(Report report, @Nullable Path to, String text) {
    if (to == null) {
      return report;
    }
    try {
      Files.writeString(to, text);
      return report;
    } catch (IOException e) {
      return Report.refused("The results cannot be written to " + to + ".");
    }
  }
}
