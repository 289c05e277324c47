package dev.ashlar.plan.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.ashlar.plan.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Verdicts as they stand in a plan. */
final class VerdictJson {
  private static final Set<String> REQUIRED =
      Set.of("id", "pack", "severity", "outcome", "message");

  private final JsonParser in;
  private String id = "";
  private String pack = "";
  private String severity = "";
  private String outcome = "";
  private String message = "";
  private Optional<String> code = Optional.empty();
  private Optional<String> fix = Optional.empty();
  private Optional<String> documentation = Optional.empty();
  private Optional<String> exemption = Optional.empty();
  private Sourced source = Sourced.NOWHERE;

  private VerdictJson(JsonParser in) {
    this.in = in;
  }

  static void write(JsonGenerator out, List<Verdict> verdicts) throws IOException {
    out.writeArrayFieldStart("policies");
    for (Verdict verdict : verdicts) {
      write(out, verdict);
    }
    out.writeEndArray();
  }

  private static void write(JsonGenerator out, Verdict verdict) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", verdict.policy());
    out.writeStringField("pack", verdict.pack());
    out.writeStringField("severity", verdict.severity().text());
    out.writeStringField("outcome", verdict.outcome().text());
    ChangeWriter.optional(out, "code", verdict.code());
    out.writeStringField("message", verdict.message());
    ChangeWriter.optional(out, "fix", verdict.fix());
    ChangeWriter.optional(out, "documentation", verdict.documentation());
    ChangeWriter.optional(out, "exemption", verdict.exemption());
    if (verdict.location().isPresent()) {
      ChangeWriter.source(out, "location", verdict.location(), Optional.empty());
    }
    out.writeEndObject();
  }

  static Verdict read(JsonParser in) throws IOException {
    VerdictJson read = new VerdictJson(in);
    Tokens.object(in, REQUIRED, read::field);
    return new Verdict(
        read.pack,
        read.id,
        Tokens.word(Verdict.Severity.class, read.severity),
        Tokens.word(Verdict.Outcome.class, read.outcome),
        read.code,
        read.message,
        read.fix,
        read.documentation,
        read.source.location(),
        read.exemption);
  }

  private boolean field(String name) throws IOException {
    switch (name) {
      case "id" -> id = Tokens.text(in);
      case "pack" -> pack = Tokens.text(in);
      case "severity" -> severity = Tokens.text(in);
      case "outcome" -> outcome = Tokens.text(in);
      case "message" -> message = Tokens.text(in);
      case "code" -> code = Optional.of(Tokens.text(in));
      case "fix" -> fix = Optional.of(Tokens.text(in));
      case "documentation" -> documentation = Optional.of(Tokens.text(in));
      case "exemption" -> exemption = Optional.of(Tokens.text(in));
      case "location" -> source = Sourced.read(in);
      default -> {
        return false;
      }
    }
    return true;
  }
}
