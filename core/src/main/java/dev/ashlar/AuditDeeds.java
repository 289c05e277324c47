package dev.ashlar;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.Decision;
import dev.ashlar.execution.Outcome;
import dev.ashlar.governance.Approval;
import dev.ashlar.governance.AuditEntry.Kind;
import dev.ashlar.governance.Principal;
import dev.ashlar.governance.audit.Deed;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.state.State;
import dev.ashlar.value.Address;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What the audit log is told: names, versions, digests, addresses, codes. Neither values nor the
 * words of a message, so never a secret.
 */
final class AuditDeeds {
  private AuditDeeds() {}

  static Deed planned(Plan plan, PlanMode mode, Principal principal) {
    return new Deed(
        principal.name(),
        Kind.PLAN_MADE,
        plan.digest(),
        out -> {
          plan(out, mode.purpose(), plan);
          out.writeBooleanField("denied", plan.isDenied());
          codes(out, plan.diagnostics());
        });
  }

  static Deed applying(Plan plan, Principal principal) {
    return new Deed(
        principal.name(), Kind.APPLY_BEGAN, plan.digest(), out -> plan(out, plan.purpose(), plan));
  }

  private static void plan(JsonGenerator out, PlanMode.Purpose purpose, Plan plan)
      throws IOException {
    out.writeStringField("purpose", purpose.text());
    out.writeNumberField("serial", plan.serial());
    State.Origin origin = plan.origin();
    out.writeStringField("blueprint", origin.blueprint());
    out.writeStringField("version", origin.version());
    if (plan.restores().isPresent()) {
      out.writeNumberField("restores", plan.restores().getAsLong());
    }
    out.writeObjectFieldStart("changes");
    for (var each : plan.summary().entrySet()) {
      out.writeNumberField(each.getKey().text(), each.getValue());
    }
    out.writeEndObject();
  }

  /** How a run ended; one that was refused has done nothing. */
  static Deed ended(Kind kind, String plan, Outcome outcome, Principal principal) {
    boolean refused = outcome instanceof Outcome.Refused;
    return new Deed(
        principal.name(),
        refused ? Kind.ATTEMPT_REFUSED : kind,
        plan,
        out -> {
          if (refused) {
            out.writeStringField("attempt", kind == Kind.APPLY_ENDED ? "apply" : "recover");
          }
          outcome(out, outcome);
        });
  }

  private static void outcome(JsonGenerator out, Outcome outcome) throws IOException {
    out.writeStringField("outcome", word(outcome));
    out.writeNumberField("serial", outcome.state().serial());
    codes(out, outcome.diagnostics());
    out.writeArrayFieldStart("changes");
    for (Outcome.ChangeResult each : outcome.changes()) {
      out.writeStartObject();
      out.writeStringField("address", each.change().address().toString());
      out.writeStringField("type", each.change().type());
      out.writeStringField("action", each.change().action().text());
      if (each.done() != each.change().action()) {
        out.writeStringField("done", each.done().text());
      }
      out.writeStringField("status", each.status().name().toLowerCase(Locale.ROOT));
      out.writeEndObject();
    }
    out.writeEndArray();
    if (outcome.rollback().isPresent()) {
      Outcome.Rollback rollback = outcome.rollback().get();
      out.writeObjectFieldStart("rollback");
      out.writeBooleanField("complete", rollback.complete());
      addresses(out, "notRestored", rollback.notRestored());
      addresses(out, "recreated", rollback.recreated());
      out.writeEndObject();
    }
    if (outcome instanceof Outcome.NeedsDecision stuck) {
      out.writeArrayFieldStart("asked");
      for (Decision decision : stuck.decisions()) {
        out.writeString(decision.operation());
      }
      out.writeEndArray();
    }
  }

  private static String word(Outcome outcome) {
    if (outcome instanceof Outcome.Succeeded) {
      return "succeeded";
    }
    if (outcome instanceof Outcome.Failed) {
      return "failed";
    }
    if (outcome instanceof Outcome.NeedsDecision) {
      return "needs-decision";
    }
    return outcome instanceof Outcome.Cancelled ? "cancelled" : "refused";
  }

  static Deed recovering(String plan, List<Decision.Answer> answers, Principal principal) {
    return new Deed(
        principal.name(),
        Kind.RECOVERY_BEGAN,
        plan,
        out -> {
          out.writeArrayFieldStart("answers");
          for (Decision.Answer answer : answers) {
            out.writeStartObject();
            out.writeStringField("operation", answer.operation());
            out.writeStringField("choice", answer.choice().name().toLowerCase(Locale.ROOT));
            out.writeEndObject();
          }
          out.writeEndArray();
        });
  }

  static Deed moving(Kind kind, Move move, Optional<Outcome> outcome, Principal principal) {
    return new Deed(
        principal.name(),
        kind,
        "",
        out -> {
          out.writeStringField("address", move.address().toString());
          out.writeStringField("type", move.type());
          out.writeStringField("from", move.from().toString());
          out.writeStringField("to", move.to().toString());
          if (outcome.isPresent()) {
            out.writeStringField("outcome", word(outcome.get()));
            codes(out, outcome.get().diagnostics());
          }
        });
  }

  /** Something that was refused before it began. */
  static Deed refused(String attempt, String plan, List<Diagnostic> why, Principal principal) {
    return new Deed(
        principal.name(),
        Kind.ATTEMPT_REFUSED,
        plan,
        out -> {
          out.writeStringField("attempt", attempt);
          codes(out, why);
        });
  }

  /** The approval of a plan was asked for, given or refused. */
  static Deed approval(Kind kind, Approval approval, Principal principal) {
    return new Deed(
        principal.name(),
        kind,
        approval.request().digest(),
        out -> {
          out.writeStringField("request", approval.id());
          out.writeStringField("status", approval.status().text());
        });
  }

  /** Keys are to be changed, and the former ones forgotten or not. */
  static Deed keys(boolean forgotten, Principal principal) {
    return new Deed(
        principal.name(),
        Kind.KEYS_CHANGED,
        "",
        out -> out.writeBooleanField("forgotten", forgotten));
  }

  private static void codes(JsonGenerator out, List<Diagnostic> diagnostics) throws IOException {
    TreeSet<String> errors = new TreeSet<>();
    for (Diagnostic each : diagnostics) {
      if (each.isError()) {
        errors.add(each.code());
      }
    }
    if (!errors.isEmpty()) {
      out.writeArrayFieldStart("errors");
      for (String each : errors) {
        out.writeString(each);
      }
      out.writeEndArray();
    }
  }

  private static void addresses(JsonGenerator out, String field, List<Address> all)
      throws IOException {
    out.writeArrayFieldStart(field);
    for (Address each : all) {
      out.writeString(each.toString());
    }
    out.writeEndArray();
  }
}
