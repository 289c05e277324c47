package dev.ashlar.state.format;

import static dev.ashlar.state.format.Fields.required;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.ashlar.blueprint.Lifecycle;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads one object. For one use: the fields are collected here until all are there. */
final class ObjectReader {
  private final SealedValues values;
  private @Nullable ObjectId id;
  private boolean deposed;
  private @Nullable String type;
  private @Nullable String provider;
  private @Nullable String configuration;
  private Value.@Nullable MapValue scope;
  private @Nullable Integer schemaVersion;
  private @Nullable String schemaDigest;
  private StateObject.@Nullable Status status;
  private @Nullable String identity;
  private Value.@Nullable MapValue declared;
  private Value.@Nullable MapValue effective;
  private Value.@Nullable MapValue observed;
  private Value.MapValue outputs = Value.MapValue.EMPTY;
  private SortedMap<ValuePath, String> fingerprints = new TreeMap<>();
  private Bytes opaque = Bytes.EMPTY;
  private List<String> dependencies = List.of();
  private StateObject.StoredLifecycle lifecycle = StateObject.StoredLifecycle.DEFAULT;
  private @Nullable String canvas;

  private ObjectReader(SealedValues values) {
    this.values = values;
  }

  /** Reads an object; the parser stands on its first token, and afterwards on its last. */
  static StateObject read(JsonParser in, SealedValues values) throws IOException {
    ObjectReader reader = new ObjectReader(values);
    Fields.read(in, name -> reader.field(in, name));
    return reader.build();
  }

  private boolean field(JsonParser in, String name) throws IOException {
    switch (name) {
      case "v" -> Fields.version(in);
      case "id" -> id = Ids.read(in);
      case "deposed" -> deposed = Fields.bool(in);
      case "type" -> type = Fields.text(in);
      case "provider" -> provider = Fields.text(in);
      case "configuration" -> configuration = Fields.text(in);
      case "schemaVersion" -> schemaVersion = Fields.count(in);
      case "schemaDigest" -> schemaDigest = Fields.text(in);
      case "status" -> status = Fields.choice(in, StateObject.Status.class);
      case "identity" -> identity = Fields.text(in);
      case "scope" -> scope = values.readMap(in, name, owner());
      case "declared" -> declared = values.readMap(in, name, owner());
      case "effective" -> effective = values.readMap(in, name, owner());
      case "observed" -> observed = values.readMap(in, name, owner());
      case "outputs" -> outputs = values.readMap(in, name, owner());
      case "fingerprints" -> fingerprints = readFingerprints(in);
      case "opaque" -> opaque = Bytes.of(values.readBytes(in, name, owner()));
      case "dependsOn" -> dependencies = Fields.list(in, Fields::text);
      case "lifecycle" -> lifecycle = readLifecycle(in);
      case "canvas" -> canvas = Fields.text(in);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** The id stands before all that is bound to it. */
  private String owner() throws IOException {
    return required(id, "id").toString();
  }

  private StateObject build() throws IOException {
    Value.MapValue said = required(declared, "declared");
    Value.MapValue applied = effective == null ? said : effective;
    return new StateObject(
        required(id, "id"),
        deposed,
        required(type, "type"),
        new StateObject.Home(
            required(provider, "provider"),
            required(configuration, "configuration"),
            required(scope, "scope")),
        new StateObject.SchemaStamp(
            required(schemaVersion, "schemaVersion"), required(schemaDigest, "schemaDigest")),
        required(status, "status"),
        Optional.ofNullable(identity),
        new StateObject.Values(said, applied, observed == null ? applied : observed, outputs),
        fingerprints,
        opaque,
        dependencies,
        lifecycle,
        Optional.ofNullable(canvas));
  }

  private static SortedMap<ValuePath, String> readFingerprints(JsonParser in) throws IOException {
    SortedMap<ValuePath, String> read = new TreeMap<>();
    Fields.list(
        in,
        item -> {
          FingerprintReader one = new FingerprintReader();
          Fields.read(item, name -> one.field(item, name));
          return read.put(required(one.path, "path"), required(one.is, "is"));
        });
    return read;
  }

  private static final class FingerprintReader {
    @Nullable ValuePath path;
    @Nullable String is;

    boolean field(JsonParser in, String name) throws IOException {
      switch (name) {
        case "path" -> path = new ValuePath(Fields.list(in, FingerprintReader::step));
        case "is" -> is = Fields.text(in);
        default -> {
          return false;
        }
      }
      return true;
    }

    private static ValuePath.Step step(JsonParser in) throws IOException {
      return in.currentToken() == JsonToken.VALUE_NUMBER_INT
          ? new ValuePath.Index(Fields.count(in))
          : new ValuePath.Key(Fields.text(in));
    }
  }

  private static StateObject.StoredLifecycle readLifecycle(JsonParser in) throws IOException {
    LifecycleReader read = new LifecycleReader();
    Fields.read(in, name -> read.field(in, name));
    return new StateObject.StoredLifecycle(
        required(read.preventDestroy, "preventDestroy"),
        required(read.createBeforeDestroy, "createBeforeDestroy"),
        required(read.onRemove, "onRemove"),
        required(read.ownership, "ownership"));
  }

  private static final class LifecycleReader {
    @Nullable Boolean preventDestroy;
    @Nullable Boolean createBeforeDestroy;
    Lifecycle.@Nullable OnRemove onRemove;
    Lifecycle.@Nullable Ownership ownership;

    boolean field(JsonParser in, String name) throws IOException {
      switch (name) {
        case "preventDestroy" -> preventDestroy = Fields.bool(in);
        case "createBeforeDestroy" -> createBeforeDestroy = Fields.bool(in);
        case "onRemove" -> onRemove = Fields.choice(in, Lifecycle.OnRemove.class);
        case "ownership" -> ownership = Fields.choice(in, Lifecycle.Ownership.class);
        default -> {
          return false;
        }
      }
      return true;
    }
  }
}
