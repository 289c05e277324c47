package dev.ashlar.memory.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.ashlar.memory.cloud.CloudChange;
import dev.ashlar.memory.cloud.SimulatedType;
import dev.ashlar.memory.cloud.StoredObject;
import dev.ashlar.memory.cloud.StoredObject.Name;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Value;
import dev.ashlar.value.json.ValueJson;
import dev.ashlar.value.json.ValueReader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A change as a line of JSON, and back. What the schema can tell is not written. For one thread.
 */
final class ChangeLines {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final Function<String, Optional<SimulatedType>> types;
  private final SecretBox secrets;
  private final ValueReader reader = ValueReader.sharing();
  private final Map<String, SimulatedType> known = new HashMap<>();

  ChangeLines(Function<String, Optional<SimulatedType>> types, SecretBox secrets) {
    this.types = types;
    this.secrets = secrets;
  }

  /** The line, without its end. */
  String write(CloudChange change) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      out.writeStartObject();
      Name name = change.name();
      out.writeStringField("type", name.type());
      out.writeStringField("id", name.id());
      if (!name.place().isEmpty()) {
        out.writeStringField("place", name.place());
      }
      if (change instanceof CloudChange.Put put) {
        write(out, put.object());
      } else {
        out.writeBooleanField("removed", true);
      }
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void write(JsonGenerator out, StoredObject object) throws IOException {
    write(out, "properties", object, object.properties());
    write(out, "outputs", object, object.outputs());
    StoredObject.History history = object.history();
    out.writeNumberField("revision", history.revision());
    out.writeStringField("createdAt", history.createdAt().toString());
    out.writeStringField("createdBy", history.createdBy());
    out.writeStringField("changedBy", history.changedBy());
    if (object.pending().isPresent()) {
      StoredObject.Pending pending = object.pending().get();
      out.writeStringField("pending", pending.operation().name().toLowerCase(Locale.ROOT));
      out.writeStringField("until", pending.until().toString());
    }
  }

  private void write(JsonGenerator out, String field, StoredObject object, Value.MapValue values)
      throws IOException {
    out.writeFieldName(field);
    String owner = owner(object.name(), field);
    ValueJson.write(
        out, values, (place, content) -> secrets.seal(owner + place.toPointer(), content));
  }

  private static String owner(Name name, String field) {
    return name.type() + " " + name.id() + " " + field;
  }

  /**
   * The change that a line tells of.
   *
   * @throws IOException if it is none
   */
  CloudChange read(String line) throws IOException {
    Line read = new Line();
    try (JsonParser in = FACTORY.createParser(line)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("no object");
      }
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String field = in.currentName();
        in.nextToken();
        read.take(field, in);
      }
      if (in.currentToken() != JsonToken.END_OBJECT || in.nextToken() != null) {
        throw new IOException("more than an object");
      }
      return read.change();
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new IOException("a field is not as it should be", e);
    }
  }

  /** Looked up once; one that is not known may be later. */
  private Optional<SimulatedType> type(String name) {
    SimulatedType type = known.get(name);
    if (type != null) {
      return Optional.of(type);
    }
    Optional<SimulatedType> found = types.apply(name);
    found.ifPresent(it -> known.put(name, it));
    return found;
  }

  /** What a line has told so far. */
  private final class Line {
    private String type = "";
    private String id = "";
    private String place = "";
    private boolean removed;
    private Value.MapValue properties = Value.MapValue.EMPTY;
    private Value.MapValue outputs = Value.MapValue.EMPTY;
    private long revision = 1;
    private Instant createdAt = Instant.EPOCH;
    private String createdBy = "";
    private String changedBy = "";
    private Optional<Operation> pending = Optional.empty();
    private Instant until = Instant.EPOCH;

    void take(String field, JsonParser in) throws IOException {
      switch (field) {
        case "type" -> type = in.getText();
        case "id" -> id = in.getText();
        case "place" -> place = in.getText();
        case "removed" -> removed = in.getBooleanValue();
        case "properties" -> properties = values(field, in);
        case "outputs" -> outputs = values(field, in);
        case "revision" -> revision = in.getLongValue();
        case "createdAt" -> createdAt = Instant.parse(in.getText());
        case "createdBy" -> createdBy = in.getText();
        case "changedBy" -> changedBy = in.getText();
        case "pending" ->
            pending = Optional.of(Operation.valueOf(in.getText().toUpperCase(Locale.ROOT)));
        case "until" -> until = Instant.parse(in.getText());
        default -> in.skipChildren();
      }
    }

    private Value.MapValue values(String field, JsonParser in) throws IOException {
      String owner = owner(new Name(place, type, id), field);
      Value value = reader.read(in, (at, content) -> secrets.open(owner + at.toPointer(), content));
      if (value instanceof Value.MapValue map) {
        return map;
      }
      throw new IOException("no map");
    }

    CloudChange change() throws IOException {
      if (type.isEmpty() || id.isEmpty()) {
        throw new IOException("no name");
      }
      Name name = new Name(place, type, id);
      if (removed) {
        return new CloudChange.Remove(name);
      }
      Optional<SimulatedType> simulated = type(type);
      return new CloudChange.Put(
          new StoredObject(
              name,
              properties,
              outputs,
              simulated.flatMap(it -> it.identity(properties)),
              simulated.map(it -> it.mentions(properties)).orElseGet(List::of),
              new StoredObject.History(createdBy, createdAt, changedBy, revision),
              pending.map(operation -> new StoredObject.Pending(operation, until))));
    }
  }
}
