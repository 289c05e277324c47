package dev.ashlar.governance.policy.report;

import dev.ashlar.governance.PolicyReport;
import dev.ashlar.plan.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A report as JUnit XML: a suite for each pack, a case for each policy that holds or finding. */
public final class JunitText {
  private JunitText() {}

  /** The text. */
  public static String of(PolicyReport report) {
    Map<String, List<Suite.Case>> packs = new LinkedHashMap<>();
    Map<String, List<PolicyReport.Finding>> findings =
        report.findings().stream()
            .collect(
                Collectors.groupingBy(
                    finding -> finding.verdict().name(), LinkedHashMap::new, Collectors.toList()));
    for (PolicyReport.Asked asked : report.asked()) {
      if (!findings.containsKey(asked.name())) {
        packs
            .computeIfAbsent(asked.pack(), pack -> new ArrayList<>())
            .add(Suite.Case.passed(asked.name(), "holds"));
      }
    }
    for (PolicyReport.Finding finding : report.findings()) {
      packs.computeIfAbsent(finding.verdict().pack(), pack -> new ArrayList<>()).add(of(finding));
    }
    return Suite.text(
        packs.entrySet().stream().map(e -> new Suite(e.getKey(), e.getValue())).toList());
  }

  private static Suite.Case of(PolicyReport.Finding finding) {
    Verdict verdict = finding.verdict();
    String about = finding.address().map(Object::toString).orElse("the whole graph");
    String detail = finding.diagnostic().detail();
    String where = finding.diagnostic().location().map(at -> at + ": ").orElse("");
    return switch (verdict.outcome()) {
      case DENY, APPROVE ->
          new Suite.Case(
              verdict.name(),
              about,
              Suite.Result.FAILED,
              verdict.outcome().text(),
              verdict.message(),
              where + detail);
      case WARN, UNDECIDED, EXEMPT ->
          new Suite.Case(
              verdict.name(),
              about,
              Suite.Result.SKIPPED,
              verdict.outcome().text(),
              verdict.outcome().text() + ": " + verdict.message(),
              where + detail);
    };
  }
}
