package dev.ashlar.plan.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.value.Address;
import dev.ashlar.value.ValuePath;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  static Diagnostic read(JsonParser in) throws IOException {
    Reading read = new Reading(in);
    Tokens.object(in, Set.of("severity", "code", "summary", "detail"), read::field);
    Code code =
        new Code(
            read.code, Tokens.word(Diagnostic.Severity.class, read.severity), read.summary, "");
    return Diagnostic.of(code, read.detail)
        .at(read.source.location().orElse(null))
        .on(read.address == null ? null : Address.parse(read.address).orElse(null))
        .in(read.path == null ? null : ValuePath.ofPointer(read.path))
        .canvas(read.canvas);
  }

  private static final class Reading {
    private final JsonParser in;
    private String severity = "";
    private String code = "";
    private String summary = "";
    private String detail = "";
    private Sourced source = Sourced.NOWHERE;
    private @Nullable String address;
    private @Nullable String path;
    private @Nullable String canvas;

    Reading(JsonParser in) {
      this.in = in;
    }

    boolean field(String name) throws IOException {
      switch (name) {
        case "severity" -> severity = Tokens.text(in);
        case "code" -> code = Tokens.text(in);
        case "summary" -> summary = Tokens.text(in);
        case "detail" -> detail = Tokens.text(in);
        case "location" -> source = Sourced.read(in);
        case "address" -> address = Tokens.textOrNull(in);
        case "path" -> path = Tokens.textOrNull(in);
        case "canvas" -> canvas = Tokens.textOrNull(in);
        default -> {
          return false;
        }
      }
      return true;
    }
  }
}
