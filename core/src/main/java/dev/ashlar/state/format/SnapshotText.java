package dev.ashlar.state.format;

import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import java.io.ByteArrayOutputStream;

/**
 * A whole state as lines of JSON: a header, then an object or a pending operation a line. Equal
 * states have equal bytes but for their ciphertexts.
 */
public final class SnapshotText {
  private final EntryText entries;
  private final ObjectText objects;
  private final SealedValues values;

  /** Writes with secrets encrypted by this sealer. */
  public SnapshotText(Sealer sealer) {
    entries = new EntryText(sealer);
    values = new SealedValues(sealer);
    objects = new ObjectText(values);
  }

  /** A state's bytes. */
  public byte[] write(State state) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Json.line(
        bytes,
        out -> {
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
        });
    for (StateObject object : state.objects()) {
      Json.line(bytes, out -> objects.write(out, object));
    }
    for (State.Pending pending : state.pending().values()) {
      Json.line(
          bytes,
          out -> {
            out.writeObjectFieldStart("began");
            entries.writeBody(out, pending.began());
            out.writeEndObject();
            if (pending.progress().isPresent()) {
              out.writeObjectFieldStart("progress");
              entries.writeBody(out, pending.progress().get());
              out.writeEndObject();
            }
          });
    }
    return bytes.toByteArray();
  }
}
