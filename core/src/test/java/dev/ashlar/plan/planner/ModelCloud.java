package dev.ashlar.plan.planner;

import dev.ashlar.connector.PlanRefining.Refinement;
import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.question.Answer;
import dev.ashlar.plan.question.Question;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The smallest cloud that a plan can be made for, and applied to. */
final class ModelCloud {
  private final Map<String, Thing> things = new TreeMap<>();
  private int made;
  private int looks;

  /** How a connector completes plans, where one does. */
  Function<Question.Refine, Refinement> refining = question -> Refinement.of(question.proposed());

  /** Identifiers of objects that cannot be looked at. */
  final Set<String> unreachable = new HashSet<>();

  /** Every question that was answered, in order. */
  final List<Question> asked = new ArrayList<>();

  record Thing(String type, Value.MapValue properties) {}

  String create(String type, Value.MapValue properties) {
    String id = type.substring(3).toLowerCase(java.util.Locale.ROOT) + "-" + ++made;
    things.put(id, new Thing(type, properties));
    return id;
  }

  void update(String id, Value.MapValue properties) {
    things.computeIfPresent(id, (key, old) -> new Thing(old.type(), properties));
  }

  void delete(String id) {
    things.remove(id);
  }

  /** Changes a property behind the engine's back. */
  void tamper(String id, String property, Value value) {
    things.computeIfPresent(
        id,
        (key, old) ->
            new Thing(
                old.type(),
                value.equals(Value.NULL)
                    ? old.properties().without(property)
                    : old.properties().with(property, value)));
  }

  boolean has(String id) {
    return things.containsKey(id);
  }

  int size() {
    return things.size();
  }

  Optional<Answer.Seen> see(String id) {
    return Optional.ofNullable(things.get(id)).map(thing -> seen(id, thing));
  }

  private Answer.Seen seen(String id, Thing thing) {
    Value.MapValue properties = thing.properties().without("Password");
    if (thing.type().equals("t::Box")) {
      properties = properties.with("Serial", Value.of("serial of " + id));
    }
    return new Answer.Seen(id, properties, outputs(id, thing));
  }

  Value.MapValue outputs(String id) {
    return outputs(id, things.get(id));
  }

  private Value.MapValue outputs(String id, Thing thing) {
    TreeMap<String, Value> outputs = new TreeMap<>();
    switch (thing.type()) {
      case "t::Net" -> outputs.put("NetId", Value.of(id));
      case "t::Box" -> {
        outputs.put("Arn", Value.of("arn:" + id));
        outputs.put("Address", Value.of("at " + thing.properties().get("Size")));
        outputs.put("Count", Value.of(looks++));
      }
      default -> outputs.put("Arn", Value.of("arn:" + id));
    }
    return new Value.MapValue(outputs);
  }

  Answer answer(Question question) {
    asked.add(question);
    if (question instanceof Question.Refresh refresh) {
      String id = refresh.object().identity().orElseThrow();
      return unreachable.contains(id)
          ? new Answer.Unanswered(List.of(cannotLook(id)))
          : new Answer.Looked(see(id));
    }
    if (question instanceof Question.Search search) {
      return new Answer.Searched(search(search.type(), search.where()));
    }
    if (question instanceof Question.Existing existing) {
      return new Answer.Looked(
          existing
              .identity()
              .map(this::see)
              .orElseGet(
                  () ->
                      search(
                              existing.type(),
                              Value.map(Map.of("Name", existing.properties().get("Name"))))
                          .stream()
                          .findFirst()));
    }
    Refinement refinement = refining.apply((Question.Refine) question);
    return new Answer.Refined(Optional.of(refinement));
  }

  List<Answer.Seen> search(String type, Value.MapValue where) {
    List<Answer.Seen> found = new ArrayList<>();
    things.forEach(
        (id, thing) -> {
          boolean fits =
              where.entries().entrySet().stream()
                  .allMatch(each -> thing.properties().get(each.getKey()).equals(each.getValue()));
          if (thing.type().equals(type) && fits) {
            found.add(seen(id, thing));
          }
        });
    return found;
  }

  private static Diagnostic cannotLook(String id) {
    return Diagnostic.of(
        Code.error("test.unreachable", "The object cannot be looked at", "For tests."),
        id + " cannot be looked at.");
  }
}
