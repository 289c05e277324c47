package dev.ashlar.state.format;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Bytes;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Journal entries as lines of JSON. The same entries, written one after the other, have the same
 * bytes but for their ciphertexts: what was told before is not told again. For one thread.
 */
public final class EntryText {
  private final SealedValues values;
  private final ObjectText objects;
  private final LineWriter lines = new LineWriter();
  private final Map<String, StateObject> begun = new HashMap<>();

  /** Writes with secrets encrypted by this sealer. */
  public EntryText(Sealer sealer) {
    values = new SealedValues(sealer);
    objects = new ObjectText(values);
  }

  /** One entry as a line. Whoever reads it has read all that were written before. */
  public Bytes write(JournalEntry entry) {
    lines.line(
        out -> {
          out.writeNumberField("v", Json.VERSION);
          writeBody(out, entry);
        });
    return lines.take();
  }

  /** The fields of an entry without its version. */
  void writeBody(JsonGenerator out, JournalEntry entry) throws IOException {
    if (entry instanceof JournalEntry.RunBegan began) {
      out.writeStringField("entry", "run-began");
      writeRunBegan(out, began);
    } else if (entry instanceof JournalEntry.OperationBegan began) {
      out.writeStringField("entry", "operation-began");
      writeOperationBegan(out, began);
    } else if (entry instanceof JournalEntry.OperationProgressed progressed) {
      out.writeStringField("entry", "operation-progressed");
      writeProgressed(out, progressed);
    } else if (entry instanceof JournalEntry.OperationEnded ended) {
      out.writeStringField("entry", "operation-ended");
      writeEnded(out, ended);
    } else if (entry instanceof JournalEntry.Crossing way) {
      out.writeStringField("entry", "crossing");
      writeCrossing(out, way);
    } else if (entry instanceof JournalEntry.RunEnded ended) {
      out.writeStringField("entry", "run-ended");
      out.writeStringField("outcome", ended.outcome());
      if (ended.outputs().isPresent()) {
        values.write(out, "outputs", ended.outputs().get(), "");
      }
      out.writeStringField("at", ended.at().toString());
    }
  }

  private void writeRunBegan(JsonGenerator out, JournalEntry.RunBegan began) throws IOException {
    out.writeStringField("run", began.run());
    out.writeStringField("lineage", began.lineage());
    out.writeNumberField("serial", began.serial());
    writeOrigin(out, began.origin());
    out.writeStringField("principal", began.principal());
    out.writeStringField("onFailure", began.onFailure());
    out.writeStringField("at", began.at().toString());
    if (began.restores().isPresent()) {
      out.writeNumberField("restores", began.restores().getAsLong());
    }
  }

  void writeOrigin(JsonGenerator out, State.Origin origin) throws IOException {
    out.writeObjectFieldStart("origin");
    out.writeStringField("blueprint", origin.blueprint());
    out.writeStringField("version", origin.version());
    out.writeStringField("plan", origin.planDigest());
    values.write(out, "parameters", origin.parameters(), "");
    out.writeObjectFieldStart("flags");
    for (Map.Entry<String, Boolean> flag : origin.flags().entrySet()) {
      out.writeBooleanField(flag.getKey(), flag.getValue());
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void writeCrossing(JsonGenerator out, JournalEntry.Crossing way)
      throws IOException {
    out.writeStringField("direction", Fields.word(way.direction()));
    out.writeStringField("token", way.token());
    out.writeStringField("object", way.object().toString());
    out.writeStringField("tenant", way.other().tenant());
    out.writeStringField("environment", way.other().name());
    out.writeStringField("counterpart", way.counterpart().toString());
    out.writeStringField("at", way.at().toString());
  }

  private void writeOperationBegan(JsonGenerator out, JournalEntry.OperationBegan began)
      throws IOException {
    out.writeStringField("change", began.change());
    out.writeStringField("object", began.object().toString());
    out.writeStringField("operation", Fields.word(began.operation()));
    out.writeStringField("key", began.key());
    out.writeNumberField("attempt", began.attempt());
    if (began.intent().isPresent()) {
      out.writeObjectFieldStart("intent");
      objects.write(out, began.intent().get(), null, "");
      out.writeEndObject();
      begun.put(began.change(), began.intent().get());
    }
    if (began.target().isPresent()) {
      out.writeObjectFieldStart("target");
      objects.write(out, began.target().get(), null, "");
      out.writeEndObject();
    }
    out.writeStringField("at", began.at().toString());
  }

  /** A token can be as good as a credential: clouds put signatures into the addresses they give. */
  private void writeProgressed(JsonGenerator out, JournalEntry.OperationProgressed progressed)
      throws IOException {
    out.writeStringField("change", progressed.change());
    values.writeText(out, "token", progressed.token(), progressed.change());
    if (progressed.identity().isPresent()) {
      out.writeStringField("identity", progressed.identity().get());
    }
    out.writeStringField("resumeAt", progressed.resumeAt().toString());
  }

  /** An object of a snapshot. */
  void writeObject(JsonGenerator out, StateObject object) throws IOException {
    objects.write(out, object, null, "");
  }

  private void writeEnded(JsonGenerator out, JournalEntry.OperationEnded ended) throws IOException {
    StateObject as = begun.remove(ended.change());
    out.writeStringField("change", ended.change());
    out.writeBooleanField("succeeded", ended.succeeded());
    out.writeArrayFieldStart("effects");
    for (JournalEntry.Effect effect : ended.effects()) {
      out.writeStartObject();
      if (effect instanceof JournalEntry.Put put) {
        out.writeObjectFieldStart("put");
        objects.write(out, put.object(), as, ended.change());
        out.writeEndObject();
      } else if (effect instanceof JournalEntry.Remove remove) {
        out.writeStringField("remove", remove.id().toString());
      }
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeStringField("at", ended.at().toString());
    if (ended.recovered()) {
      out.writeBooleanField("recovered", true);
    }
    if (ended.untouched()) {
      out.writeBooleanField("untouched", true);
    }
  }
}
