package dev.ashlar.cli;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.governance.AuditAnchor;
import dev.ashlar.governance.AuditLog;
import dev.ashlar.governance.AuditTrail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows who did what, and whether that log is as it was written. */
@CommandLine.Command(
    name = "audit",
    description = "Show who did what, and verify that log.",
    subcommands = {
      AuditCommand.Show.class,
      AuditCommand.Verify.class,
      AuditCommand.Export.class,
      AuditCommand.Anchor.class,
      AuditCommand.Prune.class
    })
final class AuditCommand extends Command {
  @Override
  Report run() {
    return Report.usage("ashlar audit wants show, verify, export, anchor or prune.");
  }

  /** What a log is asked for: of an environment with its keys, or of a file without. */
  abstract static class OnLog extends Command {
    @Parameters(
        arity = "0..1",
        paramLabel = "FILE",
        description = "A log that was copied, NAME.jsonl; without it that of the environment.")
    private @Nullable Path file;

    /** Anchors to hold it against. */
    List<Path> anchors() {
      return List.of();
    }

    @Override
    final Report run() {
      List<AuditAnchor> anchors = new ArrayList<>();
      for (Path path : anchors()) {
        Optional<AuditAnchor> anchor = read(path).flatMap(AuditAnchor::read);
        if (anchor.isEmpty()) {
          return Report.refused(path + " is not an anchor.");
        }
        anchors.add(anchor.get());
      }
      if (file != null) {
        return ofFile(file, anchors);
      }
      try (Workbench bench = Workbench.open(options())) {
        Optional<Environment.Id> chosen =
            bench.chosen(bench.ashlar().environments(bench.user()).join());
        if (chosen.isEmpty()) {
          return Report.usage("Which log? Say --environment NAME, or a FILE.");
        }
        Checked<AuditTrail> trail =
            bench.ashlar().audit(chosen.get(), anchors, bench.user()).join();
        return trail.value().map(this::show).orElseGet(() -> Report.failed(trail.diagnostics()));
      }
    }

    private Report ofFile(Path log, List<AuditAnchor> anchors) {
      Optional<AuditLog.Content> content = AuditFiles.read(log);
      Optional<Environment.Id> whose = content.flatMap(AuditTrail::environment);
      return whose.isEmpty()
          ? Report.refused(log + " is not an audit log, or cannot be read.")
          : show(AuditTrail.read(whose.get(), content.get(), anchors));
    }

    private static Optional<String> read(Path path) {
      try {
        return Optional.of(Files.readString(path));
      } catch (IOException e) {
        return Optional.empty();
      }
    }

    abstract Report show(AuditTrail trail);
  }

  private static Exit exit(AuditTrail trail) {
    return trail.isIntact() ? Exit.DONE : Exit.FAILED;
  }

  /** The entries, a line each. */
  @CommandLine.Command(name = "show", description = "List who did what.")
  static final class Show extends OnLog {
    @Override
    Report show(AuditTrail trail) {
      return Report.of(exit(trail), AuditText.json(trail), AuditText.table(trail))
          .and(trail.findings());
    }
  }

  /** Whether it is as it was written. */
  @CommandLine.Command(name = "verify", description = "Check that nothing in it was altered.")
  static final class Verify extends OnLog {
    @Option(
        names = "--anchor",
        paramLabel = "A.json",
        description = "Hold the log against an anchor that was kept elsewhere.")
    private List<Path> anchors = new ArrayList<>();

    @Override
    List<Path> anchors() {
      return anchors;
    }

    @Override
    Report show(AuditTrail trail) {
      int count = trail.entries().size();
      String text =
          trail.isIntact()
              ? "Intact: " + count + (count == 1 ? " entry.\n" : " entries.\n")
              : "Not intact.\n";
      return Report.of(exit(trail), AuditText.verified(trail), text).and(trail.findings());
    }
  }

  /** The lines as they are kept. */
  @CommandLine.Command(name = "export", description = "Print the log as lines of CloudEvents.")
  static final class Export extends OnLog {
    @Override
    Report show(AuditTrail trail) {
      StringBuilder lines = new StringBuilder();
      trail.entries().forEach(entry -> lines.append(entry.text()).append('\n'));
      return Report.of(exit(trail), AuditText.json(trail), lines.toString()).and(trail.findings());
    }
  }

  /** Signs where it stands. */
  @CommandLine.Command(
      name = "anchor",
      description = "Sign where the log stands: keep that where nobody who writes here can.")
  static final class Anchor extends Command {
    @Override
    Report run() {
      try (Workbench bench = Workbench.open(options())) {
        Optional<Environment.Id> chosen =
            bench.chosen(bench.ashlar().environments(bench.user()).join());
        if (chosen.isEmpty()) {
          return Report.usage("Which log? Say --environment NAME.");
        }
        Checked<AuditAnchor> anchor = bench.ashlar().anchor(chosen.get(), bench.user()).join();
        if (anchor.value().isEmpty()) {
          return Report.failed(anchor.diagnostics()).in(chosen.get());
        }
        String text = anchor.value().get().toJson();
        return Report.of(Exit.DONE, out -> out.writeRawValue(text), text + "\n").in(chosen.get());
      }
    }
  }

  /** Takes out what is old. */
  @CommandLine.Command(name = "prune", description = "Take out entries that are older than that.")
  static final class Prune extends Command {
    @Option(names = "--days", paramLabel = "N", required = true, description = "How old, in days.")
    private int days;

    @Override
    Report run() {
      if (days < 1) {
        return Report.usage("--days wants at least 1, not " + days + ".");
      }
      try (Workbench bench = Workbench.open(options())) {
        Optional<Environment.Id> chosen =
            bench.chosen(bench.ashlar().environments(bench.user()).join());
        if (chosen.isEmpty()) {
          return Report.usage("Which log? Say --environment NAME.");
        }
        Instant before = Instant.now().minus(Duration.ofDays(days));
        Checked<AuditTrail> trail =
            bench.ashlar().pruneAudit(chosen.get(), before, bench.user()).join();
        if (trail.value().isEmpty()) {
          return Report.failed(trail.diagnostics()).in(chosen.get());
        }
        List<Diagnostic> findings = trail.value().get().findings();
        return Report.of(
                exit(trail.value().get()),
                AuditText.verified(trail.value().get()),
                trail.value().get().entries().size() + " entries are left.\n")
            .in(chosen.get())
            .and(findings);
      }
    }
  }
}
