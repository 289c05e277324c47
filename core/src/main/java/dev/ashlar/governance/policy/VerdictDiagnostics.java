package dev.ashlar.governance.policy;

import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Verdict;
import java.util.Optional;

/** Verdicts as diagnostics: on the resource, at its declaration, for its canvas element. */
public final class VerdictDiagnostics {
  private VerdictDiagnostics() {}

  /** One verdict, of a change or of the whole graph. */
  public static Diagnostic of(Verdict verdict, Optional<Change> change) {
    return of(code(verdict), verdict, change);
  }

  private static Code code(Verdict verdict) {
    return switch (verdict.outcome()) {
      case DENY ->
          verdict.code().isPresent() ? PolicyProblems.EVALUATION_FAILED : PolicyProblems.DENIED;
      case APPROVE -> PolicyProblems.APPROVAL_NEEDED;
      case WARN -> PolicyProblems.WARNED;
      case UNDECIDED -> PolicyProblems.UNDECIDED;
      case EXEMPT -> PolicyProblems.EXEMPT;
    };
  }

  /** One verdict; one of the whole graph, or of a policy that fails, stands where it is written. */
  public static Diagnostic of(Code code, Verdict verdict, Optional<Change> change) {
    StringBuilder detail = new StringBuilder(verdict.name()).append(": ").append(verdict.message());
    verdict.fix().ifPresent(fix -> detail.append(" Fix: ").append(fix));
    verdict.documentation().ifPresent(link -> detail.append(" See ").append(link));
    verdict.exemption().ifPresent(why -> detail.append(" (").append(why).append(')'));
    Diagnostic diagnostic = Diagnostic.of(code, detail.toString());
    if (change.isEmpty()) {
      return diagnostic.at(verdict.location().orElse(null));
    }
    boolean ofThePolicy = verdict.code().isPresent();
    return diagnostic
        .on(change.get().address())
        .at((ofThePolicy ? verdict.location() : change.get().location()).orElse(null))
        .canvas(change.get().canvas().orElse(null));
  }
}
