package dev.ashlar.cli;

import dev.ashlar.governance.AuditEntry;
import dev.ashlar.governance.AuditTrail;
import dev.ashlar.value.Value;
import java.util.List;

/** An audit log as a person and as a program reads it. */
final class AuditText {
  private static final int DIGEST = 19;

  private AuditText() {}

  static String table(AuditTrail trail) {
    return Columns.of(trail.entries().stream().map(AuditText::row).toList());
  }

  private static List<String> row(AuditEntry entry) {
    String type = entry.kind().type();
    return List.of(
        Long.toString(entry.number()),
        entry.at().toString(),
        entry.principal(),
        type.substring("dev.ashlar.".length()),
        said(entry),
        entry.subject().map(AuditText::cut).orElse("-"));
  }

  private static String cut(String digest) {
    return digest.substring(0, Math.min(DIGEST, digest.length()));
  }

  /** The word that tells most: how it ended, what it was for, or what was not allowed. */
  private static String said(AuditEntry entry) {
    for (String field : List.of("outcome", "purpose", "attempt", "found", "address", "request")) {
      if (entry.data().entries().get(field) instanceof Value.TextValue text) {
        return text.text();
      }
    }
    return "-";
  }

  static Json json(AuditTrail trail) {
    return out -> {
      out.writeStartObject();
      out.writeBooleanField("intact", trail.isIntact());
      out.writeArrayFieldStart("entries");
      for (AuditEntry entry : trail.entries()) {
        out.writeRawValue(entry.text());
      }
      out.writeEndArray();
      out.writeEndObject();
    };
  }

  static Json verified(AuditTrail trail) {
    return out -> {
      out.writeStartObject();
      out.writeBooleanField("intact", trail.isIntact());
      out.writeNumberField("entries", trail.entries().size());
      out.writeEndObject();
    };
  }
}
