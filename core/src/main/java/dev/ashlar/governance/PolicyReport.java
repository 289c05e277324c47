package dev.ashlar.governance;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.governance.policy.VerdictDiagnostics;
import dev.ashlar.governance.policy.report.JunitText;
import dev.ashlar.governance.policy.report.SarifText;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.Verdict;
import dev.ashlar.value.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What policies say of an environment: of what a plan changes, and where it was asked for also of
 * what stays as it is.
 *
 * @param findings each verdict with what it is about
 * @param asked the policies that were asked, by pack and id; those without a finding hold
 * @param diagnostics what is wrong with the plan, the packs and the exemptions
 * @since 0.1
 */
public record PolicyReport(
    List<Finding> findings, List<Asked> asked, List<Diagnostic> diagnostics) {
  /** Copies the lists. */
  public PolicyReport {
    findings = List.copyOf(findings);
    asked = List.copyOf(asked);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * One verdict.
   *
   * @param verdict what the policy says
   * @param change what it is about; none for the whole graph
   */
  public record Finding(Verdict verdict, Optional<Change> change) {
    /** Which resource. */
    public Optional<Address> address() {
      return change.map(Change::address);
    }

    /** The same as a diagnostic: coded and located. */
    public Diagnostic diagnostic() {
      return VerdictDiagnostics.of(verdict, change);
    }
  }

  /**
   * A policy that was asked.
   *
   * @param pack its pack
   * @param policy the policy
   */
  public record Asked(String pack, PolicyPack.Rule policy) {
    /** The policy's name in all packs. */
    public String name() {
      return pack + "/" + policy.id();
    }
  }

  /** What a plan says; which policies hold, it does not say. */
  public static PolicyReport of(Plan plan) {
    return new PolicyReport(findings(plan), List.of(), plan.diagnostics());
  }

  private static List<Finding> findings(Plan plan) {
    List<Finding> findings = new ArrayList<>();
    for (Change change : plan.changes()) {
      for (Verdict verdict : change.policies()) {
        findings.add(new Finding(verdict, Optional.of(change)));
      }
    }
    for (Verdict verdict : plan.policies()) {
      findings.add(new Finding(verdict, Optional.empty()));
    }
    return findings;
  }

  /** Whether a policy denies something. */
  public boolean isDenied() {
    return findings.stream()
        .anyMatch(finding -> finding.verdict().outcome() == Verdict.Outcome.DENY);
  }

  /** Every finding as a diagnostic. */
  public List<Diagnostic> verdicts() {
    return findings.stream().map(Finding::diagnostic).toList();
  }

  /** The findings as SARIF 2.1.0, which code hosts show beside the lines of a document. */
  public String toSarif() {
    return SarifText.of(this);
  }

  /** The findings as JUnit XML, which build servers show as failed tests. */
  public String toJunit() {
    return JunitText.of(this);
  }
}
