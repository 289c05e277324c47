package dev.ashlar.plan.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.value.Address;
import dev.ashlar.value.ValuePath;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Diagnostics as JSON, as they stand in every document. */
public final class DiagnosticJson {
  private DiagnosticJson() {}

  /** Writes one diagnostic. */
  public static void write(JsonGenerator out, Diagnostic diagnostic) throws IOException {
    out.writeStartObject();
    out.writeStringField("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
    out.writeStringField("code", diagnostic.code());
    out.writeStringField("summary", diagnostic.summary());
    out.writeStringField("detail", diagnostic.detail());
    ChangeWriter.source(out, "location", diagnostic.location(), Optional.empty());
    ChangeWriter.optional(out, "address", diagnostic.address().map(Address::toString));
    ChangeWriter.optional(out, "path", diagnostic.path().map(ValuePath::toPointer));
    if (diagnostic.canvas().isPresent()) {
      out.writeStringField("canvas", diagnostic.canvas().get());
    } else {
      out.writeNullField("canvas");
    }
    out.writeEndObject();
  }

  static Diagnostic read(JsonNode node) throws IOException {
    Code code =
        new Code(
            ChangeReader.text(node, "code"),
            ChangeReader.word(Diagnostic.Severity.class, ChangeReader.text(node, "severity")),
            ChangeReader.text(node, "summary"),
            "");
    return Diagnostic.of(code, ChangeReader.text(node, "detail"))
        .at(ChangeReader.location(node.path("location")).orElse(null))
        .on(ChangeReader.optional(node, "address").flatMap(Address::parse).orElse(null))
        .in(ChangeReader.optional(node, "path").map(ValuePath::ofPointer).orElse(null))
        .canvas(ChangeReader.optional(node, "canvas").orElse(null));
  }
}
