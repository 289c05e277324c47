package dev.ashlar.governance.policy.reading;

import dev.ashlar.blueprint.BlueprintProblems;
import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.reading.Literals;
import dev.ashlar.blueprint.reading.Naming;
import dev.ashlar.blueprint.reading.Section;
import dev.ashlar.blueprint.source.Node;
import dev.ashlar.blueprint.source.Problems;
import dev.ashlar.diagnostic.Suggestion;
import dev.ashlar.governance.PolicyPack;
import dev.ashlar.governance.PolicyPack.Match;
import dev.ashlar.governance.PolicyPack.Scope;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one policy of a pack. */
final class RuleReader {
  /** What can be matched: something is done, and it is done now. */
  private static final Set<Action> ACTIONS =
      EnumSet.complementOf(EnumSet.of(Action.NO_OP, Action.DEFERRED, Action.REPLACE_IF_CHANGED));

  private final Problems problems;

  RuleReader(Problems problems) {
    this.problems = problems;
  }

  /** A text with its place. */
  private record Said(String text, Place place) {}

  Optional<PolicyPack.Rule> read(Node node) {
    Section section =
        new Section(
            node,
            "a policy",
            problems,
            "id",
            "severity",
            "scope",
            "match",
            "over",
            "assert",
            "message",
            "fix",
            "documentation");
    Optional<String> id =
        section
            .requiredText("id")
            .filter(
                text ->
                    Naming.isTitle(text, "the id of a policy", section.placeOf("id"), problems));
    section.required("severity");
    Optional<Verdict.Severity> severity = section.word("severity", Verdict.Severity.class);
    Scope scope = section.word("scope", Scope.class).orElse(Scope.RESOURCE);
    Match match = match(section);
    List<String> over = texts(section, "over", "a pattern of types");
    if (scope == Scope.RESOURCE && section.node("over").isPresent()) {
      problems.add(
          BlueprintProblems.UNKNOWN_KEY,
          section.placeOf("over"),
          "\"over\" says what \"resources\" holds, and only a policy of scope graph has that.");
    }
    Optional<Said> assertion = said(section, "assert");
    Optional<Said> message = said(section, "message");
    return id.isPresent() && severity.isPresent() && assertion.isPresent() && message.isPresent()
        ? Optional.of(
            new PolicyPack.Rule(
                id.get(),
                severity.get(),
                scope,
                match,
                over,
                assertion.get().text(),
                assertion.get().place(),
                message.get().text(),
                message.get().place(),
                section.text("fix"),
                section.text("documentation"),
                section.place().start()))
        : Optional.empty();
  }

  /** A text in which expressions may stand. */
  private Optional<Said> said(Section section, String key) {
    Optional<Node> node = section.required(key);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> text =
        node.get() instanceof Node.Scalar scalar ? scalar.text() : Optional.empty();
    if (text.isEmpty()) {
      Literals.wrongType(node.get(), "\"" + key + "\"", "a text", problems);
    }
    return text.map(found -> new Said(found, node.get().place()));
  }

  private Match match(Section rule) {
    Optional<Node> node = rule.node("match");
    if (node.isEmpty()) {
      return new Match(List.of(), Set.of(), List.of(), List.of());
    }
    Section match =
        new Section(node.get(), "\"match\"", problems, "types", "actions", "stages", "provider");
    return new Match(
        texts(match, "types", "a pattern of types"),
        actions(match),
        texts(match, "stages", "a stage"),
        texts(match, "provider", "the name of a provider"));
  }

  private Set<Action> actions(Section match) {
    Set<Action> actions = EnumSet.noneOf(Action.class);
    List<String> known = ACTIONS.stream().map(Action::text).toList();
    for (Node item : items(match, "actions")) {
      Optional<String> text = Literals.text(item, "an action", problems);
      int index = text.map(known::indexOf).orElse(-1);
      if (index >= 0) {
        actions.add(List.copyOf(ACTIONS).get(index));
      } else if (text.isPresent()) {
        problems.add(
            BlueprintProblems.NOT_ALLOWED,
            item.place(),
            "An action is one of "
                + String.join(", ", known)
                + "."
                + Suggestion.sentence(text.get(), known));
      }
    }
    return actions;
  }

  /** A list of texts, or one alone. */
  private List<String> texts(Section section, String key, String what) {
    List<String> texts = new ArrayList<>();
    for (Node item : items(section, key)) {
      Literals.text(item, what, problems).ifPresent(texts::add);
    }
    if (texts.isEmpty() && section.node(key).isPresent() && !problems.hasErrors()) {
      problems.add(
          BlueprintProblems.NOT_ALLOWED,
          section.placeOf(key),
          "\"" + key + "\" is empty, so the policy would never be asked: leave it out for all.");
    }
    return texts;
  }

  private static List<Node> items(Section section, String key) {
    Optional<Node> node = section.node(key);
    return node.isPresent() && node.get() instanceof Node.Scalar
        ? List.of(node.get())
        : section.items(key);
  }
}
