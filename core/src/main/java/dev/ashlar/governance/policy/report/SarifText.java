package dev.ashlar.governance.policy.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.expression.Interpolation;
import dev.ashlar.governance.PolicyPack;
import dev.ashlar.governance.PolicyReport;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A report as SARIF 2.1.0: a rule for each policy, a result for each verdict. */
public final class SarifText {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private final JsonGenerator out;
  private final Map<String, Integer> rules = new LinkedHashMap<>();

  private SarifText(JsonGenerator out) {
    this.out = out;
  }

  /** The text. */
  public static String of(PolicyReport report) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      out.useDefaultPrettyPrinter();
      new SarifText(out).log(report);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  private void log(PolicyReport report) throws IOException {
    out.writeStartObject();
    out.writeStringField("$schema", SCHEMA);
    out.writeStringField("version", "2.1.0");
    out.writeArrayFieldStart("runs");
    out.writeStartObject();
    out.writeObjectFieldStart("tool");
    out.writeObjectFieldStart("driver");
    out.writeStringField("name", "Ashlar policies");
    rules(report);
    out.writeEndObject();
    out.writeEndObject();
    out.writeStringField("columnKind", "unicodeCodePoints");
    out.writeArrayFieldStart("results");
    for (PolicyReport.Finding finding : report.findings()) {
      result(finding);
    }
    out.writeEndArray();
    out.writeEndObject();
    out.writeEndArray();
    out.writeEndObject();
  }

  private void rules(PolicyReport report) throws IOException {
    out.writeArrayFieldStart("rules");
    for (PolicyReport.Asked asked : report.asked()) {
      if (rules.putIfAbsent(asked.name(), rules.size()) == null) {
        PolicyPack.Rule rule = asked.policy();
        rule(
            asked.name(),
            rule.severity(),
            general(rule.message()),
            rule.fix(),
            rule.documentation());
      }
    }
    for (PolicyReport.Finding finding : report.findings()) {
      Verdict verdict = finding.verdict();
      if (rules.putIfAbsent(verdict.name(), rules.size()) == null) {
        rule(
            verdict.name(),
            verdict.severity(),
            verdict.message(),
            verdict.fix(),
            verdict.documentation());
      }
    }
    out.writeEndArray();
  }

  /** What a policy says of any resource: where it names one, there is a gap. */
  private static String general(String message) {
    return Interpolation.scan(message) instanceof Interpolation.Scanned scanned
        ? scanned.interpolation().parts().stream()
            .map(part -> part instanceof Interpolation.Literal literal ? literal.text() : "…")
            .collect(Collectors.joining())
        : message;
  }

  private void rule(
      String name,
      Verdict.Severity severity,
      String message,
      Optional<String> fix,
      Optional<String> documentation)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("id", name);
    text("shortDescription", message);
    if (fix.isPresent()) {
      text("help", fix.get());
    }
    if (documentation.filter(SarifText::isUri).isPresent()) {
      out.writeStringField("helpUri", documentation.get());
    }
    out.writeObjectFieldStart("defaultConfiguration");
    out.writeStringField("level", severity == Verdict.Severity.DENY ? "error" : "warning");
    out.writeEndObject();
    out.writeEndObject();
  }

  private static boolean isUri(String text) {
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private void text(String field, String text) throws IOException {
    out.writeObjectFieldStart(field);
    out.writeStringField("text", text);
    out.writeEndObject();
  }

  private void result(PolicyReport.Finding finding) throws IOException {
    Verdict verdict = finding.verdict();
    boolean open = verdict.outcome() == Verdict.Outcome.UNDECIDED;
    out.writeStartObject();
    out.writeStringField("ruleId", verdict.name());
    out.writeNumberField("ruleIndex", rules.getOrDefault(verdict.name(), -1));
    out.writeStringField("kind", open ? "open" : "fail");
    out.writeStringField("level", open ? "none" : level(verdict));
    text("message", verdict.message());
    locations(finding);
    if (verdict.outcome() == Verdict.Outcome.EXEMPT) {
      out.writeArrayFieldStart("suppressions");
      out.writeStartObject();
      out.writeStringField("kind", "external");
      out.writeStringField("status", "accepted");
      out.writeStringField("justification", verdict.exemption().orElse(""));
      out.writeEndObject();
      out.writeEndArray();
    }
    out.writeObjectFieldStart("properties");
    out.writeStringField("outcome", verdict.outcome().text());
    Optional<String> canvas = finding.change().flatMap(Change::canvas);
    if (canvas.isPresent()) {
      out.writeStringField("canvas", canvas.get());
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  private static String level(Verdict verdict) {
    boolean denies =
        verdict.outcome() == Verdict.Outcome.DENY
            || verdict.outcome() == Verdict.Outcome.EXEMPT
                && verdict.severity() == Verdict.Severity.DENY;
    return denies ? "error" : "warning";
  }

  private void locations(PolicyReport.Finding finding) throws IOException {
    Optional<Diagnostic.Location> location = finding.diagnostic().location();
    out.writeArrayFieldStart("locations");
    if (location.isPresent() || finding.change().isPresent()) {
      out.writeStartObject();
      if (location.isPresent()) {
        physical(location.get());
      }
      if (finding.change().isPresent()) {
        Change change = finding.change().get();
        out.writeArrayFieldStart("logicalLocations");
        out.writeStartObject();
        out.writeStringField("name", change.address().name());
        out.writeStringField("fullyQualifiedName", change.address().toString());
        out.writeStringField("kind", "resource");
        out.writeEndObject();
        out.writeEndArray();
      }
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void physical(Diagnostic.Location location) throws IOException {
    out.writeObjectFieldStart("physicalLocation");
    out.writeObjectFieldStart("artifactLocation");
    out.writeStringField("uri", uri(location.file()));
    out.writeEndObject();
    out.writeObjectFieldStart("region");
    out.writeNumberField("startLine", location.line());
    out.writeNumberField("startColumn", location.column());
    out.writeEndObject();
    out.writeEndObject();
  }

  private static String uri(String file) {
    String path = file.replace('\\', '/');
    try {
      return path.startsWith("/")
          ? new URI("file", "", path, null).toString()
          : new URI(null, null, "./" + path, null).toString().substring(2);
    } catch (URISyntaxException e) {
      return "unknown";
    }
  }
}
