package dev.ashlar.state.format;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.io.IOException;
import java.util.Map;

/**
 * Writes an object's fields. What equals the section before it, as effective values often equal the
 * declared ones and observed values the effective ones, is left out, and so is what is as usual.
 */
final class ObjectText {
  private final SealedValues values;

  ObjectText(SealedValues values) {
    this.values = values;
  }

  void write(JsonGenerator out, StateObject object) throws IOException {
    String owner = object.id().toString();
    out.writeStringField("id", owner);
    if (object.deposed()) {
      out.writeBooleanField("deposed", true);
    }
    out.writeStringField("type", object.type());
    out.writeStringField("provider", object.home().provider());
    out.writeStringField("configuration", object.home().configuration());
    values.write(out, "scope", object.home().scope(), owner);
    out.writeNumberField("schemaVersion", object.schema().version());
    out.writeStringField("schemaDigest", object.schema().digest());
    out.writeStringField("status", Fields.word(object.status()));
    if (object.identity().isPresent()) {
      out.writeStringField("identity", object.identity().get());
    }
    writeValues(out, object.values(), owner);
    writeFingerprints(out, object.fingerprints());
    if (object.opaque().size() > 0) {
      values.writeBytes(out, "opaque", object.opaque().toArray(), owner);
    }
    writeDependencies(out, object);
    writeLifecycle(out, object.lifecycle());
    if (object.canvas().isPresent()) {
      out.writeStringField("canvas", object.canvas().get());
    }
  }

  private void writeValues(JsonGenerator out, StateObject.Values all, String owner)
      throws IOException {
    values.write(out, "declared", all.declared(), owner);
    writeUnlessSame(out, "effective", all.effective(), all.declared(), owner);
    writeUnlessSame(out, "observed", all.observed(), all.effective(), owner);
    if (!all.outputs().entries().isEmpty()) {
      values.write(out, "outputs", all.outputs(), owner);
    }
  }

  private void writeUnlessSame(
      JsonGenerator out, String field, Value.MapValue value, Value.MapValue before, String owner)
      throws IOException {
    if (!value.equals(before)) {
      values.write(out, field, value, owner);
    }
  }

  private static void writeFingerprints(JsonGenerator out, Map<ValuePath, String> fingerprints)
      throws IOException {
    if (fingerprints.isEmpty()) {
      return;
    }
    out.writeArrayFieldStart("fingerprints");
    for (Map.Entry<ValuePath, String> entry : fingerprints.entrySet()) {
      out.writeStartObject();
      out.writeArrayFieldStart("path");
      for (ValuePath.Step step : entry.getKey().steps()) {
        if (step instanceof ValuePath.Key key) {
          out.writeString(key.name());
        } else if (step instanceof ValuePath.Index item) {
          out.writeNumber(item.index());
        }
      }
      out.writeEndArray();
      out.writeStringField("is", entry.getValue());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void writeDependencies(JsonGenerator out, StateObject object) throws IOException {
    if (!object.dependencies().isEmpty()) {
      out.writeArrayFieldStart("dependsOn");
      for (String dependency : object.dependencies()) {
        out.writeString(dependency);
      }
      out.writeEndArray();
    }
  }

  private static void writeLifecycle(JsonGenerator out, StateObject.StoredLifecycle lifecycle)
      throws IOException {
    if (lifecycle.equals(StateObject.StoredLifecycle.DEFAULT)) {
      return;
    }
    out.writeObjectFieldStart("lifecycle");
    out.writeBooleanField("preventDestroy", lifecycle.preventDestroy());
    out.writeBooleanField("createBeforeDestroy", lifecycle.createBeforeDestroy());
    out.writeStringField("onRemove", Fields.word(lifecycle.onRemove()));
    out.writeStringField("ownership", Fields.word(lifecycle.ownership()));
    out.writeEndObject();
  }
}
