package dev.ashlar.state.format;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Bytes;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * A whole state as lines of JSON: a header, then an object or a pending operation a line. Equal
 * states have equal bytes but for their ciphertexts.
 */
public final class SnapshotText {
  private final EntryText entries;
  private final SealedValues values;

  /** Writes with secrets encrypted by this sealer. */
  public SnapshotText(Sealer sealer) {
    entries = new EntryText(sealer);
    values = new SealedValues(sealer);
  }

  /** A state's bytes. For one use. */
  public Bytes write(State state) {
    LineWriter lines = new LineWriter();
    lines.line(out -> writeHeader(out, state));
    for (StateObject object : state.objects()) {
      lines.line(out -> entries.writeObject(out, object));
    }
    for (State.Pending pending : state.pending().values()) {
      lines.line(out -> writePending(out, pending));
    }
    return lines.take();
  }

  private void writeHeader(JsonGenerator out, State state) throws IOException {
    out.writeNumberField("v", Json.VERSION);
    out.writeStringField("tenant", state.environment().tenant());
    out.writeStringField("environment", state.environment().name());
    out.writeStringField("lineage", state.lineage());
    out.writeNumberField("serial", state.serial());
    entries.writeOrigin(out, state.origin());
    values.write(out, "outputs", state.outputs(), "");
    out.writeNumberField("objects", state.current().size() + state.deposed().size());
    out.writeNumberField("pending", state.pending().size());
    if (state.run().isPresent()) {
      out.writeObjectFieldStart("run");
      entries.writeBody(out, state.run().get());
      out.writeEndObject();
    }
    if (state.lastRun().isPresent()) {
      State.LastRun last = state.lastRun().get();
      out.writeObjectFieldStart("last");
      entries.writeBody(
          out, new JournalEntry.RunEnded(last.outcome(), Optional.empty(), last.at()));
      out.writeEndObject();
    }
    if (state.crossing().isPresent()) {
      out.writeObjectFieldStart("crossing");
      entries.writeBody(out, state.crossing().get());
      out.writeEndObject();
    }
    writeEnded(out, state.ended());
    if (state.restoring().isPresent()) {
      out.writeNumberField("restoring", state.restoring().getAsLong());
    }
  }

  private static void writeEnded(JsonGenerator out, State.Ended ended) throws IOException {
    if (!ended.done().isEmpty()) {
      out.writeArrayFieldStart("done");
      for (String id : ended.done()) {
        out.writeString(id);
      }
      out.writeEndArray();
    }
    writeAttempts(out, "failed", ended.failed());
    writeAttempts(out, "again", ended.again());
  }

  private static void writeAttempts(JsonGenerator out, String name, Map<String, Integer> attempts)
      throws IOException {
    if (attempts.isEmpty()) {
      return;
    }
    out.writeArrayFieldStart(name);
    for (Map.Entry<String, Integer> each : attempts.entrySet()) {
      out.writeStartObject();
      out.writeStringField("change", each.getKey());
      out.writeNumberField("attempt", each.getValue());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void writePending(JsonGenerator out, State.Pending pending) throws IOException {
    out.writeObjectFieldStart("began");
    entries.writeBody(out, pending.began());
    out.writeEndObject();
    if (pending.progress().isPresent()) {
      out.writeObjectFieldStart("progress");
      entries.writeBody(out, pending.progress().get());
      out.writeEndObject();
    }
  }
}
