package dev.ashlar.state.format;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes an object's fields. What equals the section before it, as effective values often equal the
 * declared ones and observed values the effective ones, is left out, and so is what is as usual.
 * For one text: kinds are numbered in it.
 */
final class ObjectText {
  private final SealedValues values;
  private final KindText kinds;

  ObjectText(SealedValues values) {
    this.values = values;
    this.kinds = new KindText(values);
  }

  /**
   * Writes an object's fields.
   *
   * @param as the object that an operation was begun with: what is still so is not told again
   * @param change the change's id, by which a reader has met that object
   */
  void write(JsonGenerator out, StateObject object, @Nullable StateObject as, String change)
      throws IOException {
    String owner = object.id().toString();
    out.writeStringField("id", owner);
    if (object.deposed()) {
      out.writeBooleanField("deposed", true);
    }
    kinds.write(out, object);
    if (object.status() != StateObject.Status.READY) {
      out.writeStringField("status", Fields.word(object.status()));
    }
    if (object.identity().isPresent()) {
      out.writeStringField("identity", object.identity().get());
    }
    if (as != null && isAs(object, as)) {
      out.writeStringField("as", change);
      writeNews(out, object.values(), owner);
    } else {
      values.write(out, "declared", object.values().declared(), owner);
      writeUnlessSame(
          out, "effective", object.values().effective(), object.values().declared(), owner);
      writeNews(out, object.values(), owner);
    }
    writeFingerprints(out, object.fingerprints());
    if (object.opaque().size() > 0) {
      values.writeBytes(out, "opaque", object.opaque().toArray(), owner);
    }
    writeDependencies(out, object);
    writeLifecycle(out, object.lifecycle());
    if (object.canvas().isPresent()) {
      out.writeStringField("canvas", object.canvas().get());
    }
    if (object.adopted()) {
      out.writeBooleanField("adopted", true);
    }
  }

  private static boolean isAs(StateObject object, StateObject begun) {
    return object.id().equals(begun.id())
        && object.values().declared().equals(begun.values().declared())
        && object.values().effective().equals(begun.values().effective());
  }

  private void writeNews(JsonGenerator out, StateObject.Values all, String owner)
      throws IOException {
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
