package dev.ashlar.state.format;

import static dev.ashlar.state.format.Fields.once;
import static dev.ashlar.state.format.Fields.required;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.common.collect.ImmutableSortedMap;
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

/** Reads objects, of this version and all before it. For one thread. */
final class ObjectReader {
  private final SealedValues values;
  private final KindReader kinds;

  ObjectReader(SealedValues values) {
    this.values = values;
    this.kinds = new KindReader(values);
  }

  /** Finds the object that an operation was begun with, for its end says only what is new. */
  interface Begun {
    /** The object; null where none is known. */
    @Nullable StateObject of(String change);
  }

  /** Reads an object; the parser stands on its first token, and afterwards on its last. */
  StateObject read(JsonParser in, Begun begun) throws IOException {
    Draft draft = new Draft(begun);
    Fields.read(in, name -> draft.field(in, name));
    return draft.build();
  }

  /** The fields are collected here until all are there. */
  private final class Draft {
    private final Begun begun;
    private @Nullable String owner;
    private @Nullable ObjectId id;
    private @Nullable Boolean deposed;
    private @Nullable Kind kind;
    private KindReader.@Nullable Draft oldKind;
    private StateObject.@Nullable Status status;
    private @Nullable String identity;
    private @Nullable StateObject as;
    private Value.@Nullable MapValue declared;
    private Value.@Nullable MapValue effective;
    private Value.@Nullable MapValue observed;
    private Value.@Nullable MapValue outputs;
    private @Nullable SortedMap<ValuePath, String> fingerprints;
    private @Nullable Bytes opaque;
    private @Nullable List<String> dependencies;
    private StateObject.@Nullable StoredLifecycle lifecycle;
    private @Nullable String canvas;
    private @Nullable Boolean adopted;

    Draft(Begun begun) {
      this.begun = begun;
    }

    boolean field(JsonParser in, String name) throws IOException {
      switch (name) {
        case "v" -> Fields.version(in);
        case "id" -> {
          owner = once(owner, Fields.text(in));
          id = Ids.parse(owner);
        }
        case "deposed" -> deposed = once(deposed, Fields.bool(in));
        case "kind" -> kind = once(kind, kinds.read(in));
        case "status" -> status = once(status, Fields.choice(in, StateObject.Status.class));
        case "identity" -> identity = once(identity, values.readPlain(in));
        case "as" -> as = once(as, required(begun.of(Fields.text(in)), "as"));
        case "declared" -> declared = once(declared, readMap(in, name));
        case "effective" -> effective = once(effective, readMap(in, name));
        case "observed" -> observed = once(observed, readMap(in, name));
        case "outputs" -> outputs = once(outputs, readMap(in, name));
        case "fingerprints" -> fingerprints = once(fingerprints, readFingerprints(in));
        case "opaque" -> opaque = once(opaque, Bytes.of(values.readBytes(in, name, owner())));
        case "dependsOn" -> dependencies = once(dependencies, Fields.list(in, values::readPlain));
        case "lifecycle" -> lifecycle = once(lifecycle, readLifecycle(in));
        case "canvas" -> canvas = once(canvas, Fields.text(in));
        case "adopted" -> adopted = once(adopted, Fields.bool(in));
        default -> {
          if (oldKind == null) {
            oldKind = new KindReader.Draft();
          }
          return oldKind.field(in, name, owner(), values);
        }
      }
      return true;
    }

    /** The id stands before all that is bound to it. */
    private String owner() throws IOException {
      return required(owner, "id");
    }

    private Value.MapValue readMap(JsonParser in, String section) throws IOException {
      return values.readMap(in, section, owner());
    }

    StateObject build() throws IOException {
      Kind sort = kind();
      return new StateObject(
          required(id, "id"),
          deposed != null && deposed,
          sort.type(),
          sort.home(),
          sort.schema(),
          status == null ? StateObject.Status.READY : status,
          Optional.ofNullable(identity),
          values(),
          fingerprints == null ? ImmutableSortedMap.of() : fingerprints,
          opaque == null ? Bytes.EMPTY : opaque,
          dependencies == null ? List.of() : dependencies,
          lifecycle == null ? StateObject.StoredLifecycle.DEFAULT : lifecycle,
          Optional.ofNullable(canvas),
          adopted != null && adopted);
    }

    private Kind kind() throws FormatException {
      if (oldKind == null) {
        return required(kind, "kind");
      }
      if (kind != null) {
        throw Fields.unreadable("has two kinds");
      }
      return kinds.share(oldKind.build());
    }

    private StateObject.Values values() throws FormatException {
      Value.MapValue given = outputs == null ? Value.MapValue.EMPTY : outputs;
      Value.MapValue said = declared;
      Value.MapValue applied = effective;
      if (as != null) {
        said = said == null ? as.values().declared() : said;
        applied = applied == null ? as.values().effective() : applied;
      }
      said = required(said, "declared");
      applied = applied == null ? said : applied;
      return new StateObject.Values(said, applied, observed == null ? applied : observed, given);
    }
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
        case "path" -> path = once(path, new ValuePath(Fields.list(in, FingerprintReader::step)));
        case "is" -> is = once(is, Fields.text(in));
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
        case "preventDestroy" -> preventDestroy = once(preventDestroy, Fields.bool(in));
        case "createBeforeDestroy" ->
            createBeforeDestroy = once(createBeforeDestroy, Fields.bool(in));
        case "onRemove" -> onRemove = once(onRemove, Fields.choice(in, Lifecycle.OnRemove.class));
        case "ownership" ->
            ownership = once(ownership, Fields.choice(in, Lifecycle.Ownership.class));
        default -> {
          return false;
        }
      }
      return true;
    }
  }
}
