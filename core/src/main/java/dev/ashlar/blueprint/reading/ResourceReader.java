package dev.ashlar.blueprint.reading;

import dev.ashlar.blueprint.BlueprintProblems;
import dev.ashlar.blueprint.ComponentDeclaration;
import dev.ashlar.blueprint.LookupDeclaration;
import dev.ashlar.blueprint.ResourceDeclaration;
import dev.ashlar.blueprint.ResourceDeclaration.NameReference;
import dev.ashlar.blueprint.Term;
import dev.ashlar.blueprint.source.Node;
import dev.ashlar.blueprint.source.Problems;
import dev.ashlar.blueprint.source.Quote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what stands under resources, lookups and components. */
final class ResourceReader {
  private static final Pattern TEMPLATE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]*@[^\\s@]+");

  private static final String[] RESOURCE = {
    "type", "provider", "properties", "when", "forEach", "dependsOn", "lifecycle", "source"
  };

  private final Problems problems;

  ResourceReader(Problems problems) {
    this.problems = problems;
  }

  ResourceDeclaration resource(Node.Entry entry) {
    Optional<String> canvas = Canvas.of(entry.value());
    Section section = new Section(entry.value(), "a resource", problems.on(canvas), RESOURCE);
    Canvas.check(section);
    return new ResourceDeclaration(
        entry.key(),
        type(section),
        section.text("provider"),
        fields(section, "properties", entry),
        dependsOn(section),
        Conditions.bool(section, "when"),
        Conditions.forEach(section),
        LifecycleReader.read(section),
        canvas,
        entry.place());
  }

  LookupDeclaration lookup(Node.Entry entry) {
    Optional<String> canvas = Canvas.of(entry.value());
    Section section =
        new Section(
            entry.value(),
            "a lookup",
            problems.on(canvas),
            "type",
            "provider",
            "where",
            "expect",
            "source");
    Canvas.check(section);
    return new LookupDeclaration(
        entry.key(),
        type(section),
        section.text("provider"),
        fields(section, "where", entry),
        section.word("expect", LookupDeclaration.Expect.class).orElse(LookupDeclaration.Expect.ONE),
        canvas,
        entry.place());
  }

  ComponentDeclaration component(Node.Entry entry) {
    Optional<String> canvas = Canvas.of(entry.value());
    Section section =
        new Section(
            entry.value(),
            "a component",
            problems.on(canvas),
            "template",
            "parameters",
            "when",
            "forEach",
            "dependsOn",
            "providers",
            "source");
    Canvas.check(section);
    return new ComponentDeclaration(
        entry.key(),
        template(section),
        fields(section, "parameters", entry),
        dependsOn(section),
        Conditions.bool(section, "when"),
        Conditions.forEach(section),
        providers(section),
        canvas,
        entry.place());
  }

  private static String type(Section section) {
    Optional<String> type = section.requiredText("type");
    if (type.isPresent() && (type.get().isEmpty() || holdsSpace(type.get()))) {
      Literals.wrongType(
          section.node("type").orElseThrow(),
          "\"type\"",
          "the name of a type, such as memory::Bucket, without spaces",
          section.problems());
    }
    return type.orElse("");
  }

  private static boolean holdsSpace(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ') {
        return true;
      }
    }
    return false;
  }

  private static String template(Section section) {
    Optional<String> template = section.requiredText("template");
    if (template.isPresent() && !TEMPLATE.matcher(template.get()).matches()) {
      section
          .problems()
          .add(
              BlueprintProblems.BAD_TEMPLATE,
              section.node("template").orElseThrow().place(),
              "%s names no template: write NAME@RANGE, such as \"ashlar/network@^1\"."
                  .formatted(Quote.key(template.get())));
    }
    return template.orElse("");
  }

  private static Term.Fields fields(Section section, String key, Node.Entry entry) {
    Optional<Node> node = section.node(key);
    return node.isEmpty()
        ? Term.Fields.empty(entry.place())
        : Terms.fields(node.get(), Section.called(key), section.problems());
  }

  private static List<NameReference> dependsOn(Section section) {
    List<Node> items = section.items("dependsOn");
    if (items.isEmpty()) {
      return List.of();
    }
    List<NameReference> names = new ArrayList<>(items.size());
    for (Node item : items) {
      Literals.text(item, "an item of \"dependsOn\"", section.problems())
          .ifPresent(name -> names.add(new NameReference(name, item.place())));
    }
    return names;
  }

  private static Map<String, String> providers(Section section) {
    Map<String, String> providers = new LinkedHashMap<>();
    for (Node.Entry entry : section.entries("providers")) {
      Literals.text(entry.value(), "a provider", section.problems())
          .ifPresent(name -> providers.put(entry.key(), name));
    }
    return providers;
  }
}
