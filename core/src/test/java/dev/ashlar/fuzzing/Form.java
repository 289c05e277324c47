package dev.ashlar.fuzzing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.blueprint.Document;
import dev.ashlar.blueprint.Documents;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.governance.AuditAnchor;
import dev.ashlar.governance.AuditLog;
import dev.ashlar.governance.AuditTrail;
import dev.ashlar.governance.PolicyPack;
import dev.ashlar.plan.Plan;
import dev.ashlar.state.Samples;
import dev.ashlar.state.format.EntryReader;
import dev.ashlar.state.format.FormatException;
import dev.ashlar.state.format.SnapshotReader;
import dev.ashlar.state.secret.TestKeyrings;
import dev.ashlar.value.Bytes;
import java.util.List;

/** What the engine reads that others may have written. */
enum Form {
  /** Blueprints and environments. */
  DOCUMENT {
    @Override
    void read(String text) {
      Checked<Document> read = Documents.read(Source.text("fuzzed.yaml", text));
      answered(read);
    }
  },
  /** Packs of policies. */
  POLICY {
    @Override
    void read(String text) {
      answered(PolicyPack.read(Source.text("fuzzed.yaml", text)));
    }
  },
  /** Plans in files. */
  PLAN {
    @Override
    void read(String text) {
      Checked<Plan> read = Plan.read(Source.text("fuzzed.json", text));
      answered(read);
      read.value().ifPresent(Plan::toJson);
    }
  },
  /** Snapshots of states. */
  STATE {
    @Override
    void read(String text) {
      try {
        new SnapshotReader(TestKeyrings.of(Samples.STAGING, 1))
            .read(Samples.STAGING, Bytes.of(text.getBytes(UTF_8)))
            .build();
      } catch (FormatException declared) {
        said(declared.getMessage());
      }
    }
  },
  /** Entries of journals. */
  JOURNAL {
    @Override
    void read(String text) {
      EntryReader reader = new EntryReader(TestKeyrings.of(Samples.STAGING, 1));
      try {
        for (String line : text.split("\n")) {
          reader.read(line.getBytes(UTF_8));
        }
      } catch (FormatException declared) {
        said(declared.getMessage());
      }
    }
  },
  /** Audit logs, and anchors. */
  AUDIT {
    @Override
    void read(String text) {
      AuditLog.Content content =
          new AuditLog.Content(Bytes.of(text.getBytes(UTF_8)), Bytes.of(text.getBytes(UTF_8)));
      AuditTrail.environment(content);
      AuditTrail trail = AuditTrail.read(Samples.STAGING, content, List.of());
      if (trail.isIntact() && !text.isEmpty()) {
        throw new AssertionError("a log without a head is not intact");
      }
      AuditAnchor.read(text).ifPresent(AuditAnchor::toJson);
    }
  };

  /** Reads it, or refuses it as is declared. */
  abstract void read(String text);

  static void answered(Checked<?> read) {
    if (read.value().isEmpty() && read.diagnostics().stream().noneMatch(Diagnostic::isError)) {
      throw new AssertionError("neither read nor refused");
    }
  }

  static void said(String message) {
    if (message.isBlank()) {
      throw new AssertionError("refused without a word");
    }
  }
}
