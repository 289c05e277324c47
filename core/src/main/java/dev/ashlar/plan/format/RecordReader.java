package dev.ashlar.plan.format;

import com.fasterxml.jackson.core.JsonParser;
import dev.ashlar.blueprint.Lifecycle;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import java.io.IOException;
import java.util.Set;

/** Reads what a change says of the record of its object, besides values. */
final class RecordReader {
  private final JsonParser in;
  private String provider = "";
  private String configuration = "";
  private Value.MapValue scope = Value.MapValue.EMPTY;
  private int version;
  private String digest = "";
  private boolean preventDestroy;
  private boolean createBeforeDestroy;
  private String onRemove = "";
  private String ownership = "";

  private RecordReader(JsonParser in) {
    this.in = in;
  }

  static StateObject.Home home(JsonParser in) throws IOException {
    RecordReader read = new RecordReader(in);
    Tokens.object(in, Set.of("provider", "configuration", "scope"), read::homeField);
    return new StateObject.Home(read.provider, read.configuration, read.scope);
  }

  static StateObject.SchemaStamp stamp(JsonParser in) throws IOException {
    RecordReader read = new RecordReader(in);
    Tokens.object(in, Set.of("version", "digest"), read::stampField);
    return new StateObject.SchemaStamp(read.version, read.digest);
  }

  static StateObject.StoredLifecycle lifecycle(JsonParser in) throws IOException {
    RecordReader read = new RecordReader(in);
    Tokens.object(
        in,
        Set.of("preventDestroy", "createBeforeDestroy", "onRemove", "ownership"),
        read::lifecycleField);
    return new StateObject.StoredLifecycle(
        read.preventDestroy,
        read.createBeforeDestroy,
        Tokens.word(Lifecycle.OnRemove.class, read.onRemove),
        Tokens.word(Lifecycle.Ownership.class, read.ownership));
  }

  private boolean homeField(String name) throws IOException {
    switch (name) {
      case "provider" -> provider = Tokens.text(in);
      case "configuration" -> configuration = Tokens.text(in);
      case "scope" -> scope = PlanFormat.map(in);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean stampField(String name) throws IOException {
    switch (name) {
      case "version" -> version = Tokens.integer(in);
      case "digest" -> digest = Tokens.text(in);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean lifecycleField(String name) throws IOException {
    switch (name) {
      case "preventDestroy" -> preventDestroy = Tokens.bool(in);
      case "createBeforeDestroy" -> createBeforeDestroy = Tokens.bool(in);
      case "onRemove" -> onRemove = Tokens.text(in);
      case "ownership" -> ownership = Tokens.text(in);
      default -> {
        return false;
      }
    }
    return true;
  }
}
