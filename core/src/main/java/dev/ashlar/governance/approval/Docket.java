package dev.ashlar.governance.approval;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.governance.Approval;
import dev.ashlar.value.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All records about one plan, verified: requests, each with the decisions on it.
 *
 * @param environment of which environment
 * @param plan the name of the plan
 * @param cases the requests, in order
 * @param size how many records there are
 * @param last the signature of the last one; empty where there is none
 */
public record Docket(
    Environment.Id environment, String plan, List<Case> cases, int size, String last) {
  /** Copies the list. */
  public Docket {
    cases = List.copyOf(cases);
  }

  /**
   * A request and what was decided.
   *
   * @param request the request
   * @param decisions the decisions
   */
  public record Case(Approval.Request request, List<Approval.Decision> decisions) {
    /** Copies the list. */
    public Case {
      decisions = List.copyOf(decisions);
    }

    /** The count of it. */
    public Count count() {
      return new Count(request, decisions);
    }
  }

  /** Verifies records; where one of them is not as it was signed, none of them counts. */
  static Checked<Docket> read(
      Environment.Id environment, String plan, List<Bytes> records, RecordText text) {
    List<Approval.Request> requests = new ArrayList<>();
    List<List<Approval.Decision>> decisions = new ArrayList<>();
    String last = "";
    for (int i = 0; i < records.size(); i++) {
      Optional<RecordText.Signed> read = text.read(records.get(i), plan, i, last);
      boolean fits =
          read.isPresent()
              && (read.get().content() instanceof Approval.Request || !requests.isEmpty());
      if (!fits) {
        return Checked.refused(
            List.of(
                Diagnostic.of(
                    ApprovalProblems.ALTERED,
                    "Record "
                        + (i + 1)
                        + " about the plan "
                        + plan
                        + " of the environment \""
                        + environment
                        + "\" is not as it was signed. Restore it from a backup, or plan again and"
                        + " have the new plan approved.")));
      }
      last = read.get().signature();
      if (read.get().content() instanceof Approval.Request request) {
        requests.add(request);
        decisions.add(new ArrayList<>());
      } else if (read.get().content() instanceof Approval.Decision decision) {
        decisions.get(decisions.size() - 1).add(decision);
      }
    }
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      cases.add(new Case(requests.get(i), decisions.get(i)));
    }
    return Checked.of(new Docket(environment, plan, cases, records.size(), last));
  }

  /** The newest request; only this one counts. */
  public Optional<Case> newest() {
    return cases.isEmpty() ? Optional.empty() : Optional.of(cases.get(cases.size() - 1));
  }
}
