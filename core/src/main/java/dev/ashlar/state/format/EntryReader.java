package dev.ashlar.state.format;

import static dev.ashlar.state.format.Fields.once;
import static dev.ashlar.state.format.Fields.required;

import com.fasterxml.jackson.core.JsonParser;
import dev.ashlar.schema.Operation;
import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads journal entries, of this version and all before it. */
public final class EntryReader {
  private final SealedValues values;
  private final OriginReader origins;
  private final ObjectReader objects;
  private final Map<String, StateObject> begun = new HashMap<>();

  /** Reads with secrets decrypted by this sealer. */
  public EntryReader(Sealer sealer) {
    values = new SealedValues(sealer);
    origins = new OriginReader(values);
    objects = new ObjectReader(values);
  }

  /** An object inside a snapshot. */
  StateObject object(JsonParser in) throws IOException {
    return objects.read(in, change -> null);
  }

  Value.MapValue outputs(JsonParser in, String field) throws IOException {
    return values.readMap(in, field, "");
  }

  State.Origin origin(JsonParser in) throws IOException {
    return origins.read(in);
  }

  /** One entry from its line. What was written before it has been read before it. */
  public JournalEntry read(byte[] line) throws FormatException {
    return Json.read(
        line,
        in -> {
          Fields.first(in, "v");
          Fields.version(in);
          Fields.next(in, "entry");
          return body(in);
        });
  }

  /** An entry inside another object; the parser stands on its first token, then on its last. */
  JournalEntry nested(JsonParser in) throws IOException {
    Fields.first(in, "entry");
    return body(in);
  }

  private JournalEntry body(JsonParser in) throws IOException {
    String kind = Fields.text(in);
    in.nextToken();
    return switch (kind) {
      case "run-began" -> new RunBeganReader().read(in);
      case "operation-began" -> new OperationBeganReader().read(in);
      case "operation-progressed" -> new ProgressedReader().read(in);
      case "operation-ended" -> new EndedReader().read(in);
      case "crossing" -> new CrossingReader().read(in);
      case "run-ended" -> new RunEndedReader().read(in);
      default -> throw Fields.unreadable("is of a kind that this version does not know");
    };
  }

  private final class RunBeganReader {
    private @Nullable String run;
    private @Nullable String lineage;
    private @Nullable Long serial;
    private State.@Nullable Origin origin;
    private @Nullable String principal;
    private @Nullable String onFailure;
    private @Nullable Instant at;
    private @Nullable Long restores;

    JournalEntry read(JsonParser in) throws IOException {
      Fields.rest(in, name -> field(in, name));
      return new JournalEntry.RunBegan(
          required(run, "run"),
          required(lineage, "lineage"),
          required(serial, "serial"),
          required(origin, "origin"),
          required(principal, "principal"),
          required(onFailure, "onFailure"),
          required(at, "at"),
          restores == null ? OptionalLong.empty() : OptionalLong.of(restores));
    }

    private boolean field(JsonParser in, String name) throws IOException {
      switch (name) {
        case "run" -> run = once(run, Fields.text(in));
        case "lineage" -> lineage = once(lineage, Fields.text(in));
        case "serial" -> serial = once(serial, Fields.number(in));
        case "origin" -> origin = once(origin, origins.read(in));
        case "principal" -> principal = once(principal, Fields.text(in));
        case "onFailure" -> onFailure = once(onFailure, Fields.text(in));
        case "restores" -> restores = once(restores, Fields.number(in));
        case "at" -> at = once(at, Fields.instant(in));
        default -> {
          return false;
        }
      }
      return true;
    }
  }

  private final class OperationBeganReader {
    private @Nullable String change;
    private @Nullable ObjectId object;
    private @Nullable Operation operation;
    private @Nullable String key;
    private @Nullable Integer attempt;
    private @Nullable StateObject intent;
    private @Nullable StateObject target;
    private @Nullable Instant at;

    JournalEntry read(JsonParser in) throws IOException {
      Fields.rest(in, name -> field(in, name));
      if (intent != null) {
        begun.put(required(change, "change"), intent);
      }
      return new JournalEntry.OperationBegan(
          required(change, "change"),
          required(object, "object"),
          required(operation, "operation"),
          required(key, "key"),
          required(attempt, "attempt"),
          Optional.ofNullable(intent),
          Optional.ofNullable(target),
          required(at, "at"));
    }

    private boolean field(JsonParser in, String name) throws IOException {
      switch (name) {
        case "change" -> change = once(change, Fields.text(in));
        case "object" -> object = once(object, Ids.read(in));
        case "operation" -> operation = once(operation, Fields.choice(in, Operation.class));
        case "key" -> key = once(key, Fields.text(in));
        case "attempt" -> attempt = once(attempt, Fields.count(in));
        case "target" -> target = once(target, objects.read(in, change -> null));
        case "intent" -> intent = once(intent, objects.read(in, change -> null));
        case "at" -> at = once(at, Fields.instant(in));
        default -> {
          return false;
        }
      }
      return true;
    }
  }

  private final class ProgressedReader {
    private @Nullable String change;
    private @Nullable String token;
    private @Nullable String identity;
    private @Nullable Instant resumeAt;

    JournalEntry read(JsonParser in) throws IOException {
      Fields.rest(in, name -> field(in, name));
      return new JournalEntry.OperationProgressed(
          required(change, "change"),
          required(token, "token"),
          Optional.ofNullable(identity),
          required(resumeAt, "resumeAt"));
    }

    private boolean field(JsonParser in, String name) throws IOException {
      switch (name) {
        case "change" -> change = once(change, Fields.text(in));
        case "token" -> token = once(token, values.readText(in, name, required(change, "change")));
        case "identity" -> identity = once(identity, Fields.text(in));
        case "resumeAt" -> resumeAt = once(resumeAt, Fields.instant(in));
        default -> {
          return false;
        }
      }
      return true;
    }
  }

  private final class EndedReader {
    private @Nullable String change;
    private @Nullable Boolean succeeded;
    private @Nullable List<JournalEntry.Effect> effects;
    private @Nullable Boolean recovered;
    private @Nullable Boolean untouched;
    private @Nullable Instant at;

    JournalEntry read(JsonParser in) throws IOException {
      Fields.rest(in, name -> field(in, name));
      begun.remove(required(change, "change"));
      return new JournalEntry.OperationEnded(
          required(change, "change"),
          required(succeeded, "succeeded"),
          required(effects, "effects"),
          required(at, "at"),
          recovered != null && recovered,
          untouched != null && untouched);
    }

    private boolean field(JsonParser in, String name) throws IOException {
      switch (name) {
        case "change" -> change = once(change, Fields.text(in));
        case "succeeded" -> succeeded = once(succeeded, Fields.bool(in));
        case "recovered" -> recovered = once(recovered, Fields.bool(in));
        case "untouched" -> untouched = once(untouched, Fields.bool(in));
        case "effects" -> effects = once(effects, Fields.list(in, this::effect));
        case "at" -> at = once(at, Fields.instant(in));
        default -> {
          return false;
        }
      }
      return true;
    }

    private JournalEntry.Effect effect(JsonParser in) throws IOException {
      List<JournalEntry.Effect> only = new ArrayList<>();
      Fields.read(
          in,
          name ->
              switch (name) {
                case "put" -> only.add(new JournalEntry.Put(objects.read(in, begun::get)));
                case "remove" -> only.add(new JournalEntry.Remove(Ids.read(in)));
                default -> false;
              });
      if (only.size() != 1) {
        throw Fields.unreadable("has an effect that is not one thing");
      }
      return only.get(0);
    }
  }

  private final class RunEndedReader {
    private @Nullable String outcome;
    private Value.@Nullable MapValue outputs;
    private @Nullable Instant at;

    JournalEntry read(JsonParser in) throws IOException {
      Fields.rest(in, name -> field(in, name));
      return new JournalEntry.RunEnded(
          required(outcome, "outcome"), Optional.ofNullable(outputs), required(at, "at"));
    }

    private boolean field(JsonParser in, String name) throws IOException {
      switch (name) {
        case "outcome" -> outcome = once(outcome, Fields.text(in));
        case "outputs" -> outputs = once(outputs, values.readMap(in, name, ""));
        case "at" -> at = once(at, Fields.instant(in));
        default -> {
          return false;
        }
      }
      return true;
    }
  }
}
