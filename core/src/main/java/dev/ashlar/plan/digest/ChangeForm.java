package dev.ashlar.plan.digest;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ashlar.plan.AttributeChange;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Compensation;
import dev.ashlar.plan.Reason;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.json.ValueJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * A change as it is digested: everything that it does and why, without where it is declared. One
 * JSON object, its fields in the order of their names.
 */
final class ChangeForm {
  private final JsonGenerator out;

  private ChangeForm(JsonGenerator out) {
    this.out = out;
  }

  static void write(JsonGenerator out, Change change) throws IOException {
    out.writeStartObject();
    new ChangeForm(out).fields(change);
    out.writeEndObject();
  }

  private void fields(Change change) throws IOException {
    out.writeArrayFieldStart("attributes");
    for (AttributeChange attribute : change.attributes()) {
      attribute(attribute);
    }
    out.writeEndArray();
    compensation(change.compensation());
    value("declared", change.declared());
    texts("dependencies", change.dependencies());
    texts("dependsOn", change.dependsOn());
    value("each", change.each());
    text("from", change.from().isPresent() ? change.from().get().toString() : "");
    home(change.home());
    text("id", change.id());
    text("identity", change.identity().orElse(""));
    lifecycle(change.lifecycle());
    text("order", change.order().isPresent() ? change.order().get().text() : "");
    value("planned", change.planned());
    text("prior", change.prior().isPresent() ? change.prior().get().toString() : "");
    reason(change.reason());
    out.writeFieldName("replacePaths");
    paths(sorted(change.replacePaths()));
    text("risk", change.risk().text());
    text("type", change.type());
  }

  private static List<ValuePath> sorted(Collection<ValuePath> paths) {
    if (paths.isEmpty()) {
      return List.of();
    }
    List<ValuePath> sorted = new ArrayList<>(paths);
    Collections.sort(sorted);
    return sorted;
  }

  private void attribute(AttributeChange attribute) throws IOException {
    out.writeStartArray();
    out.writeString(attribute.path().toPointer());
    ValueJson.write(out, attribute.before(), ValueJson.REDACTED);
    ValueJson.write(out, attribute.after(), ValueJson.REDACTED);
    out.writeBoolean(attribute.sensitive());
    out.writeBoolean(attribute.requiresReplace());
    out.writeEndArray();
  }

  private void reason(Reason reason) throws IOException {
    out.writeArrayFieldStart("reason");
    out.writeString(reason.kind().text());
    paths(reason.paths());
    texts(reason.causes());
    out.writeEndArray();
  }

  private void compensation(Compensation compensation) throws IOException {
    out.writeArrayFieldStart("compensation");
    if (compensation instanceof Compensation.Undo undo) {
      out.writeString(undo.action().text());
      out.writeString(undo.caveat());
    } else {
      out.writeString("none");
      out.writeString(((Compensation.None) compensation).why());
    }
    out.writeEndArray();
  }

  private void home(StateObject.Home home) throws IOException {
    out.writeArrayFieldStart("home");
    out.writeString(home.provider());
    out.writeString(home.configuration());
    ValueJson.write(out, home.scope(), ValueJson.REDACTED);
    out.writeEndArray();
  }

  private void lifecycle(StateObject.StoredLifecycle lifecycle) throws IOException {
    out.writeArrayFieldStart("lifecycle");
    out.writeBoolean(lifecycle.preventDestroy());
    out.writeBoolean(lifecycle.createBeforeDestroy());
    out.writeString(lifecycle.onRemove().name());
    out.writeString(lifecycle.ownership().name());
    out.writeEndArray();
  }

  private void value(String field, Value value) throws IOException {
    out.writeFieldName(field);
    ValueJson.write(out, value, ValueJson.REDACTED);
  }

  private void text(String field, String text) throws IOException {
    out.writeFieldName(field);
    out.writeString(text);
  }

  private void texts(String field, Collection<String> texts) throws IOException {
    out.writeFieldName(field);
    texts(texts);
  }

  private void texts(Collection<String> texts) throws IOException {
    out.writeStartArray();
    for (String text : texts) {
      out.writeString(text);
    }
    out.writeEndArray();
  }

  private void paths(List<ValuePath> paths) throws IOException {
    out.writeStartArray();
    for (ValuePath path : paths) {
      out.writeString(path.toPointer());
    }
    out.writeEndArray();
  }
}
