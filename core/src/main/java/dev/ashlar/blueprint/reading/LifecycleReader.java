package dev.ashlar.blueprint.reading;

import dev.ashlar.blueprint.BlueprintProblems;
import dev.ashlar.blueprint.Lifecycle;
import dev.ashlar.blueprint.Lifecycle.OnRemove;
import dev.ashlar.blueprint.Lifecycle.Ownership;
import dev.ashlar.blueprint.source.Node;
import dev.ashlar.blueprint.source.Problems;
import dev.ashlar.blueprint.source.Quote;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads how a resource is treated when it changes or goes away. */
final class LifecycleReader {
  private LifecycleReader() {}

  static Lifecycle read(Section resource) {
    Optional<Node> node = resource.node("lifecycle");
    return node.isEmpty() ? Lifecycle.DEFAULT : read(node.get(), resource.problems());
  }

  private static Lifecycle read(Node node, Problems problems) {
    Section section =
        new Section(
            node,
            "\"lifecycle\"",
            problems,
            "preventDestroy",
            "createBeforeDestroy",
            "ignoreChanges",
            "onRemove",
            "ownership");
    return new Lifecycle(
        Conditions.bool(section, "preventDestroy"),
        section.bool("createBeforeDestroy"),
        paths(section),
        section.word("onRemove", OnRemove.class).orElse(OnRemove.DELETE),
        section.word("ownership", Ownership.class).orElse(Ownership.MANAGE));
  }

  private static List<ValuePath> paths(Section section) {
    List<ValuePath> paths = new ArrayList<>();
    for (Node item : section.items("ignoreChanges")) {
      Optional<String> text =
          Literals.text(item, "an item of \"ignoreChanges\"", section.problems());
      Optional<ValuePath> path = text.flatMap(PathReader::read);
      if (text.isPresent() && path.isEmpty()) {
        section
            .problems()
            .add(
                BlueprintProblems.BAD_PATH,
                item.place(),
                "%s is no path of a property. Write Tags, Tags[0].Value or Policy[\"a b\"]."
                    .formatted(Quote.key(text.get())));
      }
      path.ifPresent(paths::add);
    }
    return paths;
  }
}
