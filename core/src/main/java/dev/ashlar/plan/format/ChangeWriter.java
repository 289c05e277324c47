package dev.ashlar.plan.format;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ashlar.diagnostic.Diagnostic.Location;
import dev.ashlar.plan.AttributeChange;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Compensation;
import dev.ashlar.plan.ReplaceOrder;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** One change as JSON: first what people and programs read, then what applying needs. */
final class ChangeWriter {
  private ChangeWriter() {}

  static void write(JsonGenerator out, Change change) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", change.id());
    out.writeStringField("object", change.object().toString());
    out.writeStringField("address", change.address().toString());
    out.writeStringField("type", change.type());
    out.writeStringField("action", change.action().text());
    optional(out, "order", change.order().map(ReplaceOrder::text));
    out.writeStringField("reason", change.reason().kind().text());
    out.writeObjectFieldStart("because");
    PlanFormat.pointers(out, "paths", change.reason().paths());
    PlanFormat.strings(out, "causes", change.reason().causes());
    out.writeEndObject();
    out.writeArrayFieldStart("attributes");
    for (AttributeChange attribute : change.attributes()) {
      attribute(out, attribute);
    }
    out.writeEndArray();
    PlanFormat.strings(out, "dependsOn", change.dependsOn());
    out.writeStringField("risk", change.risk().text());
    compensation(out, change.compensation());
    VerdictJson.write(out, change.policies());
    source(out, "source", change.location(), change.canvas());
    execution(out, change);
    out.writeEndObject();
  }

  static void optional(JsonGenerator out, String field, Optional<String> text) throws IOException {
    if (text.isPresent()) {
      out.writeStringField(field, text.get());
    }
  }

  private static void attribute(JsonGenerator out, AttributeChange attribute) throws IOException {
    out.writeStartObject();
    out.writeStringField("path", attribute.path().toPointer());
    PlanFormat.value(out, "before", attribute.before());
    boolean whollyUnknown = attribute.after() instanceof Value.UnknownValue;
    PlanFormat.value(out, "after", whollyUnknown ? Value.NULL : attribute.after());
    if (whollyUnknown) {
      PlanFormat.value(out, "afterType", attribute.after());
    }
    out.writeBooleanField("unknown", PlanFormat.unknown(attribute.after()));
    out.writeBooleanField("sensitive", attribute.sensitive());
    out.writeBooleanField("requiresReplace", attribute.requiresReplace());
    optional(out, "expression", attribute.expression());
    if (attribute.location().isPresent()) {
      source(out, "location", attribute.location(), Optional.empty());
    }
    out.writeEndObject();
  }

  private static void compensation(JsonGenerator out, Compensation compensation)
      throws IOException {
    out.writeObjectFieldStart("compensation");
    if (compensation instanceof Compensation.Undo undo) {
      out.writeStringField("action", undo.action().text());
      out.writeStringField("caveat", undo.caveat());
    } else if (compensation instanceof Compensation.None none) {
      out.writeStringField("none", none.why());
    }
    out.writeEndObject();
  }

  static void source(
      JsonGenerator out, String field, Optional<Location> location, Optional<String> canvas)
      throws IOException {
    if (location.isEmpty() && canvas.isEmpty()) {
      out.writeNullField(field);
      return;
    }
    out.writeObjectFieldStart(field);
    if (location.isPresent()) {
      out.writeStringField("file", location.get().file());
      out.writeNumberField("line", location.get().line());
      out.writeNumberField("column", location.get().column());
    }
    optional(out, "canvas", canvas);
    out.writeEndObject();
  }

  private static void execution(JsonGenerator out, Change change) throws IOException {
    optional(out, "from", change.from().map(Object::toString));
    optional(out, "prior", change.prior().map(Object::toString));
    optional(out, "identity", change.identity());
    out.writeObjectFieldStart("home");
    out.writeStringField("provider", change.home().provider());
    out.writeStringField("configuration", change.home().configuration());
    PlanFormat.value(out, "scope", change.home().scope());
    out.writeEndObject();
    out.writeObjectFieldStart("schema");
    out.writeNumberField("version", change.schema().version());
    out.writeStringField("digest", change.schema().digest());
    out.writeEndObject();
    PlanFormat.value(out, "declared", change.declared());
    PlanFormat.value(out, "planned", change.planned());
    PlanFormat.value(out, "plannedOutputs", change.outputs());
    if (change.template().isPresent()) {
      out.writeFieldName("template");
      TermJson.write(out, change.template().get());
    }
    PlanFormat.value(out, "each", change.each());
    PlanFormat.pointers(out, "replacePaths", change.replacePaths());
    lifecycle(out, change.lifecycle());
    PlanFormat.strings(out, "dependencies", change.dependencies());
    out.writeBinaryField("opaque", change.opaque().toArray());
  }

  private static void lifecycle(JsonGenerator out, StateObject.StoredLifecycle lifecycle)
      throws IOException {
    out.writeObjectFieldStart("lifecycle");
    out.writeBooleanField("preventDestroy", lifecycle.preventDestroy());
    out.writeBooleanField("createBeforeDestroy", lifecycle.createBeforeDestroy());
    out.writeStringField("onRemove", lifecycle.onRemove().name().toLowerCase(Locale.ROOT));
    out.writeStringField("ownership", lifecycle.ownership().name().toLowerCase(Locale.ROOT));
    out.writeEndObject();
  }
}
