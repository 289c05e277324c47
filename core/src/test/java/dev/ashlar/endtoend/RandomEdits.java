package dev.ashlar.endtoend;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Edit;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.ResourceDeclaration;
import dev.ashlar.blueprint.Term;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * Random edits of any documents: sound ones, broken ones, and such as are not possible at all. What
 * was taken away comes back some time later.
 */
final class RandomEdits {
  private static final List<String> TEXTS =
      List.of(
          "plain",
          "${params.size}",
          "${params.names}",
          "${flags.on}",
          "${locals.who}",
          "${locals.both}",
          "${nothing.output}",
          "${1 + 'a'}",
          "${a.output}",
          "${b.output}",
          "x-${c.id}",
          "${e['one'].output}",
          "${e['none'].output}",
          "${e}",
          "${size(e)}",
          "${d.?output.orValue(\"none\")}",
          "${look.output}",
          "${a.nope}",
          "${resources.b.output}",
          "${[a.output, b.output]}",
          "${names(1)}");

  private final Random random;
  private final List<ResourceDeclaration> removed = new ArrayList<>();
  private int made;

  RandomEdits(Random random) {
    this.random = random;
  }

  /** One edit of documents. */
  Edit next(Environment environment) {
    Blueprint blueprint = environment.blueprint();
    List<ResourceDeclaration> resources = List.copyOf(blueprint.resources().values());
    if (resources.isEmpty()) {
      return added(blueprint);
    }
    ResourceDeclaration one = pick(resources);
    return switch (random.nextInt(16)) {
      case 0, 1 -> Edit.setText(one.name(), property(one), pick(TEXTS));
      case 2, 3 -> Edit.set(one.name(), property(one), value());
      case 4, 5 -> borrowed(one, resources);
      case 6 -> Edit.unset(one.name(), property(one));
      case 7 -> {
        removed.add(one);
        yield Edit.remove(one.name());
      }
      case 8, 9 -> added(blueprint);
      case 10, 11 -> Edit.rename(one.name(), random.nextInt(8) == 0 ? "9" : "n" + ++made);
      case 12 -> Edit.parameter("size", Value.of(random.nextInt(4)));
      case 13 ->
          Edit.parameter(
              "names",
              random.nextBoolean()
                  ? Value.list(Value.of("one"), Value.of("two"))
                  : Value.list(Value.of("two")));
      case 14 -> Edit.flag(random.nextInt(6) == 0 ? "off" : "on", random.nextBoolean());
      default -> twin(one);
    };
  }

  private String property(ResourceDeclaration resource) {
    List<String> names = new ArrayList<>(resource.properties().fields().keySet());
    if (random.nextInt(8) == 0) {
      names.add("Unheard");
    }
    return names.isEmpty() ? "input" : pick(names);
  }

  private Value value() {
    return switch (random.nextInt(4)) {
      case 0 -> Value.of(random.nextInt(5));
      case 1 -> Value.of("text" + random.nextInt(3));
      case 2 -> Value.list(Value.of("one"), Value.of("text"));
      default -> Value.map(Map.of("key", Value.of(random.nextBoolean())));
    };
  }

  /** A property as another resource of its type has it; of the same name it is a clash. */
  private Edit borrowed(ResourceDeclaration one, List<ResourceDeclaration> all) {
    List<ResourceDeclaration> same =
        all.stream()
            .filter(each -> each.type().equals(one.type()))
            .filter(each -> !each.properties().fields().isEmpty())
            .toList();
    if (same.isEmpty()) {
      return Edit.unset(one.name(), "input");
    }
    Map<String, Term> fields = pick(same).properties().fields();
    String property = pick(List.copyOf(fields.keySet()));
    return Edit.set(one.name(), ValuePath.of(property), fields.get(property));
  }

  private Edit added(Blueprint blueprint) {
    if (!removed.isEmpty() && random.nextBoolean()) {
      return Edit.add(removed.get(random.nextInt(removed.size())));
    }
    String name = "n" + ++made;
    TreeMap<String, Term> fields = new TreeMap<>();
    TreeMap<String, Place> places = new TreeMap<>();
    fields.put("input", Term.of(value(), Place.inCode(name)));
    places.put("input", Place.inCode(name));
    ResourceDeclaration like =
        blueprint.resources().isEmpty() ? null : pick(List.copyOf(blueprint.resources().values()));
    return Edit.add(
        new ResourceDeclaration(
            name,
            random.nextInt(8) == 0 ? "memory::Valve" : "memory::Value",
            Optional.empty(),
            new Term.Fields(fields, places, Place.inCode(name)),
            like == null || random.nextBoolean()
                ? List.of()
                : List.of(new ResourceDeclaration.NameReference(like.name(), Place.inCode(name))),
            like == null ? Optional.empty() : like.when(),
            like == null ? Optional.empty() : like.forEach(),
            like == null ? dev.ashlar.blueprint.Lifecycle.DEFAULT : like.lifecycle(),
            Optional.of("node-" + name),
            Place.inCode(name)));
  }

  private Edit twin(ResourceDeclaration one) {
    String name = "n" + ++made;
    return Edit.add(
        new ResourceDeclaration(
            name,
            one.type(),
            one.provider(),
            one.properties(),
            one.dependsOn(),
            one.when(),
            one.forEach(),
            one.lifecycle(),
            one.canvas(),
            one.place()));
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
