package dev.ashlar.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ashlar.execution.Decision;
import dev.ashlar.execution.Event;
import dev.ashlar.execution.Outcome;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What applying came to, as a program reads it. */
final class RunResult implements Json {
  private final Map<String, Outcome.ChangeResult> changes = new LinkedHashMap<>();
  private final List<String> digests = new ArrayList<>();
  private final List<String> deferred = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();
  private Outcome.@Nullable Rollback rollback;
  private Value.MapValue outputs = Value.MapValue.EMPTY;

  void round(Plan plan) {
    digests.add(plan.digest());
    deferred.clear();
    for (Change change : plan.changes()) {
      if (change.action() == Action.DEFERRED) {
        deferred.add(change.address().toString());
      }
    }
    plan.outputs()
        .forEach(
            (name, output) -> {
              if (output.after().isKnown()) {
                outputs = outputs.with(name, output.after());
              }
            });
  }

  void take(Outcome outcome) {
    outcome.rollback().ifPresent(undone -> rollback = undone);
    for (Outcome.ChangeResult change : outcome.changes()) {
      if (change.change().action() != Action.DEFERRED) {
        changes.put(change.change().id(), change);
      }
    }
    if (outcome instanceof Outcome.Succeeded done) {
      outputs = done.state().outputs();
    } else if (outcome instanceof Outcome.NeedsDecision stuck) {
      decisions.addAll(stuck.decisions());
    }
  }

  @Override
  public void write(JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeArrayFieldStart("changes");
    for (Outcome.ChangeResult entry : changes.values()) {
      out.writeStartObject();
      out.writeStringField("id", entry.change().id());
      out.writeStringField("address", entry.change().address().toString());
      out.writeStringField("type", entry.change().type());
      out.writeStringField("action", entry.change().action().text());
      out.writeStringField("outcome", word(entry.status()));
      out.writeNumberField("duration", entry.duration().toMillis() / 1000.0);
      JsonText.text(out, "canvas", entry.change().canvas().orElse(null));
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeFieldName("outputs");
    JsonText.value(out, outputs);
    strings(out, "deferred", deferred);
    out.writeArrayFieldStart("decisions");
    for (Decision decision : decisions) {
      out.writeStartObject();
      out.writeStringField("operation", decision.operation());
      out.writeStringField("address", decision.address().toString());
      out.writeStringField("question", decision.question());
      strings(
          out,
          "choices",
          decision.choices().stream().map(c -> c.name().toLowerCase(Locale.ROOT)).toList());
      out.writeEndObject();
    }
    out.writeEndArray();
    strings(out, "rounds", digests);
    if (rollback != null) {
      out.writeObjectFieldStart("rollback");
      out.writeBooleanField("complete", rollback.complete());
      strings(out, "notRestored", texts(rollback.notRestored()));
      strings(out, "recreated", texts(rollback.recreated()));
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  private static List<String> texts(List<Address> addresses) {
    return addresses.stream().map(Address::toString).toList();
  }

  private static String word(Event.Status status) {
    return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void strings(JsonGenerator out, String field, List<String> texts)
      throws IOException {
    out.writeArrayFieldStart(field);
    for (String text : texts) {
      out.writeString(text);
    }
    out.writeEndArray();
  }
}
