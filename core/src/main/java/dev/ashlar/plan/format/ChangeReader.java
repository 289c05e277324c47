package dev.ashlar.plan.format;

import com.fasterxml.jackson.core.JsonParser;
import dev.ashlar.blueprint.Place;
import dev.ashlar.diagnostic.Diagnostic.Location;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.AttributeChange;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Compensation;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.ReplaceOrder;
import dev.ashlar.plan.Risk;
import dev.ashlar.plan.Verdict;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads what {@link ChangeWriter} wrote. */
final class ChangeReader {
  private static final Set<String> REQUIRED =
      Set.of(
          "object",
          "type",
          "action",
          "reason",
          "because",
          "attributes",
          "dependsOn",
          "risk",
          "compensation",
          "home",
          "schema",
          "declared",
          "planned",
          "plannedOutputs",
          "each",
          "replacePaths",
          "lifecycle",
          "dependencies",
          "opaque");

  private final JsonParser in;
  private final List<Consumer<Change.Builder>> parts = new ArrayList<>();
  private String object = "";
  private String type = "";
  private String action = "";
  private String reason = "";
  private List<ValuePath> paths = List.of();
  private List<String> causes = List.of();
  private Sourced source = Sourced.NOWHERE;

  private ChangeReader(JsonParser in) {
    this.in = in;
  }

  static Change read(JsonParser in) throws IOException {
    return new ChangeReader(in).change();
  }

  private Change change() throws IOException {
    Tokens.object(in, REQUIRED, name -> shown(name) || executed(name));
    Change.Builder change = Change.builder(object(object), type, Tokens.word(Action.class, action));
    change
        .reason(new Reason(Tokens.word(Reason.Kind.class, reason), paths, causes))
        .location(source.location())
        .canvas(source.canvas());
    parts.forEach(part -> part.accept(change));
    return change.build();
  }

  /** What people and programs read. */
  private boolean shown(String name) throws IOException {
    switch (name) {
      case "object" -> object = Tokens.text(in);
      case "type" -> type = Tokens.text(in);
      case "action" -> action = Tokens.text(in);
      case "order" -> {
        String order = Tokens.textOrNull(in);
        if (order != null) {
          ReplaceOrder value = Tokens.word(ReplaceOrder.class, order);
          parts.add(change -> change.order(value));
        }
      }
      case "reason" -> reason = Tokens.text(in);
      case "because" -> because();
      case "attributes" -> {
        List<AttributeChange> attributes = Tokens.list(in, AttributeReader::read);
        parts.add(change -> change.attributes(attributes));
      }
      case "dependsOn" -> {
        List<String> ids = Tokens.texts(in);
        parts.add(change -> change.dependsOn(ids));
      }
      case "risk" -> {
        Risk risk = Tokens.word(Risk.class, Tokens.text(in));
        parts.add(change -> change.risk(risk));
      }
      case "compensation" -> {
        Compensation compensation = compensation();
        parts.add(change -> change.compensation(compensation));
      }
      case "policies" -> {
        List<Verdict> verdicts = Tokens.list(in, VerdictJson::read);
        parts.add(change -> change.policies(verdicts));
      }
      case "source" -> source = Sourced.read(in);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void because() throws IOException {
    Tokens.object(
        in,
        Set.of("paths", "causes"),
        name -> {
          switch (name) {
            case "paths" -> paths = paths(in);
            case "causes" -> causes = Tokens.texts(in);
            default -> {
              return false;
            }
          }
          return true;
        });
  }

  private Compensation compensation() throws IOException {
    String[] texts = new String[3];
    Tokens.object(
        in,
        Set.of(),
        name -> {
          switch (name) {
            case "none" -> texts[0] = Tokens.text(in);
            case "action" -> texts[1] = Tokens.text(in);
            case "caveat" -> texts[2] = Tokens.text(in);
            default -> {
              return false;
            }
          }
          return true;
        });
    if (texts[0] != null) {
      return new Compensation.None(texts[0]);
    }
    if (texts[1] == null || texts[2] == null) {
      throw new IOException("not a compensation");
    }
    return new Compensation.Undo(Tokens.word(Action.class, texts[1]), texts[2]);
  }

  /** What applying needs. */
  private boolean executed(String name) throws IOException {
    switch (name) {
      case "from" -> {
        Address from = address(Tokens.text(in));
        parts.add(change -> change.from(from));
      }
      case "prior" -> {
        ObjectId prior = object(Tokens.text(in));
        parts.add(change -> change.prior(prior));
      }
      case "identity" -> {
        Optional<String> identity = Optional.ofNullable(Tokens.textOrNull(in));
        parts.add(change -> change.identity(identity));
      }
      case "home" -> {
        StateObject.Home home = RecordReader.home(in);
        parts.add(change -> change.home(home));
      }
      case "schema" -> {
        StateObject.SchemaStamp stamp = RecordReader.stamp(in);
        parts.add(change -> change.schema(stamp));
      }
      case "lifecycle" -> {
        StateObject.StoredLifecycle lifecycle = RecordReader.lifecycle(in);
        parts.add(change -> change.lifecycle(lifecycle));
      }
      case "replacePaths" -> {
        Set<ValuePath> all = new HashSet<>(paths(in));
        parts.add(change -> change.replacePaths(all));
      }
      case "dependencies" -> {
        List<String> dependencies = Tokens.texts(in);
        parts.add(change -> change.dependencies(dependencies));
      }
      case "opaque" -> {
        Bytes opaque = Tokens.bytes(in);
        parts.add(change -> change.opaque(opaque));
      }
      default -> {
        return valued(name);
      }
    }
    return true;
  }

  private boolean valued(String name) throws IOException {
    switch (name) {
      case "declared" -> {
        Value.MapValue declared = PlanFormat.map(in);
        parts.add(change -> change.declared(declared));
      }
      case "planned" -> {
        Value.MapValue planned = PlanFormat.map(in);
        parts.add(change -> change.planned(planned));
      }
      case "plannedOutputs" -> {
        Value.MapValue outputs = PlanFormat.map(in);
        parts.add(change -> change.outputs(outputs));
      }
      case "each" -> {
        Value each = PlanFormat.value(in);
        parts.add(change -> change.each(each));
      }
      case "template" -> {
        Location at = source.location().orElseGet(() -> new Location("plan", 1, 1));
        var template = TermJson.fields(in, Place.of(at));
        parts.add(change -> change.template(template));
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static List<ValuePath> paths(JsonParser in) throws IOException {
    return Tokens.list(in, each -> ValuePath.ofPointer(Tokens.text(each)));
  }

  private static ObjectId object(String text) throws IOException {
    int hash = text.lastIndexOf('#');
    if (hash < 0 || !text.substring(hash + 1).matches("[1-9][0-9]{0,8}")) {
      throw new IOException("not an object");
    }
    return new ObjectId(
        address(text.substring(0, hash)), Integer.parseInt(text.substring(hash + 1)));
  }

  private static Address address(String text) throws IOException {
    return Address.parse(text).orElseThrow(() -> new IOException("not an address"));
  }
}
