package dev.ashlar.state.format;

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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads journal entries, of this version and all before it. */
public final class EntryReader {
  private final SealedValues values;
  private final OriginReader origins;

  /** Reads with secrets decrypted by this sealer. */
  public EntryReader(Sealer sealer) {
    values = new SealedValues(sealer);
    origins = new OriginReader(values);
  }

  /** One entry from its line. */
  public JournalEntry read(byte[] line) throws FormatException {
    return Json.read(
        line,
        0,
        line.length,
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

    JournalEntry read(JsonParser in) throws IOException {
      Fields.rest(in, name -> field(in, name));
      return new JournalEntry.RunBegan(
          required(run, "run"),
          required(lineage, "lineage"),
          required(serial, "serial"),
          required(origin, "origin"),
          required(principal, "principal"),
          required(onFailure, "onFailure"),
          required(at, "at"));
    }

    private boolean field(JsonParser in, String name) throws IOException {
      switch (name) {
        case "run" -> run = Fields.text(in);
        case "lineage" -> lineage = Fields.text(in);
        case "serial" -> serial = Fields.number(in);
        case "origin" -> origin = origins.read(in);
        case "principal" -> principal = Fields.text(in);
        case "onFailure" -> onFailure = Fields.text(in);
        case "at" -> at = Fields.instant(in);
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
    private @Nullable Instant at;

    JournalEntry read(JsonParser in) throws IOException {
      Fields.rest(in, name -> field(in, name));
      return new JournalEntry.OperationBegan(
          required(change, "change"),
          required(object, "object"),
          required(operation, "operation"),
          required(key, "key"),
          required(attempt, "attempt"),
          Optional.ofNullable(intent),
          required(at, "at"));
    }

    private boolean field(JsonParser in, String name) throws IOException {
      switch (name) {
        case "change" -> change = Fields.text(in);
        case "object" -> object = Ids.read(in);
        case "operation" -> operation = Fields.choice(in, Operation.class);
        case "key" -> key = Fields.text(in);
        case "attempt" -> attempt = Fields.count(in);
        case "intent" -> intent = ObjectReader.read(in, values);
        case "at" -> at = Fields.instant(in);
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
        case "change" -> change = Fields.text(in);
        case "token" -> token = values.readText(in, name, required(change, "change"));
        case "identity" -> identity = Fields.text(in);
        case "resumeAt" -> resumeAt = Fields.instant(in);
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
    private @Nullable Instant at;

    JournalEntry read(JsonParser in) throws IOException {
      Fields.rest(in, name -> field(in, name));
      return new JournalEntry.OperationEnded(
          required(change, "change"),
          required(succeeded, "succeeded"),
          required(effects, "effects"),
          required(at, "at"));
    }

    private boolean field(JsonParser in, String name) throws IOException {
      switch (name) {
        case "change" -> change = Fields.text(in);
        case "succeeded" -> succeeded = Fields.bool(in);
        case "effects" -> effects = Fields.list(in, this::effect);
        case "at" -> at = Fields.instant(in);
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
                case "put" -> only.add(new JournalEntry.Put(ObjectReader.read(in, values)));
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
        case "outcome" -> outcome = Fields.text(in);
        case "outputs" -> outputs = values.readMap(in, name, "");
        case "at" -> at = Fields.instant(in);
        default -> {
          return false;
        }
      }
      return true;
    }
  }
}
