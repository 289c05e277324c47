package dev.ashlar.state.format;

import static dev.ashlar.state.format.Fields.once;
import static dev.ashlar.state.format.Fields.required;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads kinds, and remembers them by their numbers. */
final class KindReader {
  private final SealedValues values;
  private final Map<Integer, Kind> numbered = new HashMap<>();
  private final Map<Kind, Kind> shared = new HashMap<>();

  KindReader(SealedValues values) {
    this.values = values;
  }

  /** A kind that is told whole, or the number of one that was. */
  Kind read(JsonParser in) throws IOException {
    if (in.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      Kind kind = numbered.get(Fields.count(in));
      if (kind == null) {
        throw Fields.unreadable("has an object of a kind that was not told before");
      }
      return kind;
    }
    Draft draft = new Draft();
    Fields.first(in, "number");
    int number = Fields.count(in);
    in.nextToken();
    Fields.rest(in, name -> draft.field(in, name, "", values));
    Kind kind = share(draft.build());
    numbered.put(number, kind);
    return kind;
  }

  /** The same kind for all that are equal. */
  Kind share(Kind kind) {
    Kind known = shared.putIfAbsent(kind, kind);
    return known == null ? kind : known;
  }

  /** The fields of a kind. The first format has them in each object. */
  static final class Draft {
    private @Nullable String type;
    private @Nullable String provider;
    private @Nullable String configuration;
    private Value.@Nullable MapValue scope;
    private @Nullable Integer schemaVersion;
    private @Nullable String schemaDigest;

    boolean field(JsonParser in, String name, String owner, SealedValues values)
        throws IOException {
      switch (name) {
        case "type" -> type = once(type, values.readPlain(in));
        case "provider" -> provider = once(provider, values.readPlain(in));
        case "configuration" -> configuration = once(configuration, values.readPlain(in));
        case "scope" -> scope = once(scope, values.readMap(in, name, owner));
        case "schemaVersion" -> schemaVersion = once(schemaVersion, Fields.count(in));
        case "schemaDigest" -> schemaDigest = once(schemaDigest, values.readPlain(in));
        default -> {
          return false;
        }
      }
      return true;
    }

    Kind build() throws FormatException {
      return new Kind(
          required(type, "type"),
          new StateObject.Home(
              required(provider, "provider"),
              required(configuration, "configuration"),
              required(scope, "scope")),
          new StateObject.SchemaStamp(
              required(schemaVersion, "schemaVersion"), required(schemaDigest, "schemaDigest")));
    }
  }
}
