package dev.ashlar.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.governance.PolicyCases;
import dev.ashlar.governance.PolicyReport;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Verdict;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** What policies, or their tests, came to. */
final class PolicyResult {
  private PolicyResult() {}

  /** One line: how many policies were asked, and what they said. */
  static String text(PolicyReport report) {
    Map<Verdict.Outcome, Integer> counts = new EnumMap<>(Verdict.Outcome.class);
    report.findings().forEach(f -> counts.merge(f.verdict().outcome(), 1, Integer::sum));
    StringBuilder text = new StringBuilder();
    int asked = report.asked().size();
    text.append(asked).append(asked == 1 ? " policy asked: " : " policies asked: ");
    text.append(counts.getOrDefault(Verdict.Outcome.DENY, 0)).append(" denied, ");
    text.append(counts.getOrDefault(Verdict.Outcome.APPROVE, 0)).append(" to be approved, ");
    text.append(counts.getOrDefault(Verdict.Outcome.WARN, 0)).append(" warned, ");
    text.append(counts.getOrDefault(Verdict.Outcome.UNDECIDED, 0)).append(" undecided, ");
    return text.append(counts.getOrDefault(Verdict.Outcome.EXEMPT, 0))
        .append(" exempt.\n")
        .toString();
  }

  /** One line: how many tests passed. */
  static String text(PolicyCases.Results results) {
    long passed = results.results().stream().filter(PolicyCases.Result::passed).count();
    return passed + " of " + results.results().size() + " tests passed.\n";
  }

  /** A report for programs. */
  record OfReport(PolicyReport report) implements Json {
    @Override
    public void write(JsonGenerator out) throws IOException {
      out.writeStartObject();
      out.writeArrayFieldStart("findings");
      for (PolicyReport.Finding finding : report.findings()) {
        Verdict verdict = finding.verdict();
        out.writeStartObject();
        out.writeStringField("policy", verdict.name());
        out.writeStringField("severity", verdict.severity().text());
        out.writeStringField("outcome", verdict.outcome().text());
        out.writeStringField("message", verdict.message());
        JsonText.text(out, "fix", verdict.fix().orElse(null));
        JsonText.text(out, "documentation", verdict.documentation().orElse(null));
        JsonText.text(out, "exemption", verdict.exemption().orElse(null));
        JsonText.text(out, "address", finding.address().map(Object::toString).orElse(null));
        JsonText.location(out, "location", finding.diagnostic().location().orElse(null));
        JsonText.text(out, "canvas", finding.change().flatMap(Change::canvas).orElse(null));
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeArrayFieldStart("asked");
      for (PolicyReport.Asked asked : report.asked()) {
        out.writeString(asked.name());
      }
      out.writeEndArray();
      out.writeEndObject();
    }
  }

  /** Results of tests for programs. */
  record OfTests(PolicyCases.Results results) implements Json {
    @Override
    public void write(JsonGenerator out) throws IOException {
      out.writeStartObject();
      out.writeArrayFieldStart("tests");
      for (PolicyCases.Result result : results.results()) {
        out.writeStartObject();
        out.writeStringField("name", result.of().name());
        out.writeStringField("policy", result.of().policy());
        out.writeStringField("expect", result.of().expect().text());
        out.writeStringField("answer", result.answer().text());
        out.writeBooleanField("passed", result.passed());
        Diagnostic.Location at = result.of().location();
        JsonText.location(out, "location", at);
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    }
  }
}
