package dev.ashlar.state.format;

import static dev.ashlar.state.format.Fields.once;
import static dev.ashlar.state.format.Fields.required;

import com.fasterxml.jackson.core.JsonParser;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.state.StateProblems;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a whole state in a stream: nothing is kept of a line but what it tells. */
public final class SnapshotReader {
  private final EntryReader entries;

  /** Reads with secrets decrypted by this sealer. */
  public SnapshotReader(Sealer sealer) {
    entries = new EntryReader(sealer);
  }

  /** The state, ready to take in what was appended after it. For one use. */
  public State.Builder read(Environment.Id environment, Bytes bytes) throws FormatException {
    return Json.guarded(
        () -> {
          try (LineReader lines = new LineReader(bytes)) {
            State.Builder state = read(environment, lines);
            lines.expectEnd();
            return state;
          }
        });
  }

  private State.Builder read(Environment.Id environment, LineReader lines) throws IOException {
    Header header = new Header();
    lines.next(
        in -> {
          Fields.read(in, name -> header.field(in, name));
          return header;
        });
    State.Builder state = header.begin(environment);
    for (int i = required(header.objects, "objects"); i > 0; i--) {
      StateObject object = lines.next(entries::object);
      if (state.object(object.id()).isPresent()) {
        throw Fields.unreadable("has an object twice");
      }
      state.put(object);
    }
    for (int i = required(header.pending, "pending"); i > 0; i--) {
      state.pending(lines.next(this::pending));
    }
    return state;
  }

  private State.Pending pending(JsonParser in) throws IOException {
    JournalEntry[] read = new JournalEntry[2];
    Fields.read(
        in,
        name -> {
          switch (name) {
            case "began" -> read[0] = entries.nested(in);
            case "progress" -> read[1] = entries.nested(in);
            default -> {
              return false;
            }
          }
          return true;
        });
    if (!(read[0] instanceof JournalEntry.OperationBegan began)) {
      throw Fields.unreadable("has a pending operation without a begin");
    }
    if (read[1] == null) {
      return new State.Pending(began, Optional.empty());
    }
    if (read[1] instanceof JournalEntry.OperationProgressed progress) {
      return new State.Pending(began, Optional.of(progress));
    }
    throw Fields.unreadable("has a pending operation with progress that is none");
  }

  private final class Header {
    private @Nullable String tenant;
    private @Nullable String name;
    private @Nullable String lineage;
    private @Nullable Long serial;
    private State.@Nullable Origin origin;
    private Value.@Nullable MapValue outputs;
    private @Nullable Integer objects;
    private @Nullable Integer pending;
    private JournalEntry.@Nullable RunBegan run;
    private JournalEntry.@Nullable Crossing crossing;
    private @Nullable List<String> done;
    private @Nullable Map<String, Integer> failed;
    private @Nullable Map<String, Integer> again;
    private @Nullable Long restoring;
    private State.@Nullable LastRun last;

    boolean field(JsonParser in, String field) throws IOException {
      switch (field) {
        case "v" -> Fields.version(in);
        case "tenant" -> tenant = once(tenant, Fields.text(in));
        case "environment" -> name = once(name, Fields.text(in));
        case "lineage" -> lineage = once(lineage, Fields.text(in));
        case "serial" -> serial = once(serial, Fields.number(in));
        case "origin" -> origin = once(origin, entries.origin(in));
        case "outputs" -> outputs = once(outputs, entries.outputs(in, field));
        case "objects" -> objects = once(objects, Fields.count(in));
        case "pending" -> pending = once(pending, Fields.count(in));
        case "run" -> run = once(run, begun(entries.nested(in)));
        case "last" -> last = once(last, last(entries.nested(in)));
        case "crossing" -> crossing = once(crossing, crossing(entries.nested(in)));
        case "done" -> done = once(done, Fields.list(in, Fields::text));
        case "failed" -> failed = once(failed, attempts(in));
        case "again" -> again = once(again, attempts(in));
        case "restoring" -> restoring = once(restoring, Fields.number(in));
        default -> {
          return false;
        }
      }
      return true;
    }

    private static Map<String, Integer> attempts(JsonParser in) throws IOException {
      Map<String, Integer> attempts = new TreeMap<>();
      Fields.list(
          in,
          item -> {
            AttemptReader one = new AttemptReader();
            Fields.read(item, name -> one.field(item, name));
            return attempts.put(required(one.change, "change"), required(one.attempt, "attempt"));
          });
      return attempts;
    }

    private static JournalEntry.RunBegan begun(JournalEntry entry) throws IOException {
      if (entry instanceof JournalEntry.RunBegan began) {
        return began;
      }
      throw Fields.unreadable("has a run that is none");
    }

    private static State.LastRun last(JournalEntry entry) throws IOException {
      if (entry instanceof JournalEntry.RunEnded ended) {
        return new State.LastRun(ended.outcome(), ended.at());
      }
      throw Fields.unreadable("has a last run that has not ended");
    }

    private static JournalEntry.Crossing crossing(JournalEntry entry) throws IOException {
      if (entry instanceof JournalEntry.Crossing way) {
        return way;
      }
      throw Fields.unreadable("has a way between environments that is none");
    }

    State.Builder begin(Environment.Id environment) throws FormatException {
      Environment.Id owner =
          new Environment.Id(required(tenant, "tenant"), required(name, "environment"));
      if (!owner.equals(environment)) {
        throw new FormatException(
            StateProblems.WRONG_ENVIRONMENT, "is of the environment \"%s\"".formatted(owner));
      }
      return State.builder(environment, required(lineage, "lineage"))
          .serial(required(serial, "serial"))
          .origin(required(origin, "origin"))
          .outputs(required(outputs, "outputs"))
          .run(Optional.ofNullable(run))
          .lastRun(Optional.ofNullable(last))
          .crossing(Optional.ofNullable(crossing))
          .ended(
              new State.Ended(
                  done == null ? Set.of() : new TreeSet<>(done),
                  failed == null ? Map.of() : failed,
                  again == null ? Map.of() : again))
          .restoring(restoring == null ? OptionalLong.empty() : OptionalLong.of(restoring));
    }
  }

  private static final class AttemptReader {
    private @Nullable String change;
    private @Nullable Integer attempt;

    boolean field(JsonParser in, String name) throws IOException {
      switch (name) {
        case "change" -> change = once(change, Fields.text(in));
        case "attempt" -> attempt = once(attempt, Fields.count(in));
        default -> {
          return false;
        }
      }
      return true;
    }
  }
}
