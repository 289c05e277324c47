package dev.ashlar.blueprint.reading;

import dev.ashlar.blueprint.ApprovalRule;
import dev.ashlar.blueprint.BlueprintProblems;
import dev.ashlar.blueprint.source.Node;
import dev.ashlar.blueprint.source.Problems;
import dev.ashlar.blueprint.source.Quote;
import dev.ashlar.diagnostic.Suggestion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads who must approve what in an environment. */
final class ApprovalReader {
  /** What has a place in the language and is no plan. */
  private static final List<String> OTHERS = List.of("recover", "promote");

  private static final String RULES = "rules";
  private static final String EXPIRES = "expires";
  private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,4})([mhd])");

  private final Problems problems;

  /** The roles for each action, in the order of the document. */
  final Map<String, List<String>> roles = new LinkedHashMap<>();

  /** Rules that say more; empty where the document has none. */
  Optional<List<ApprovalRule>> rules = Optional.empty();

  ApprovalReader(Problems problems) {
    this.problems = problems;
  }

  void read(Section environment) {
    for (Node.Entry entry : environment.entries("approvals")) {
      if (entry.key().equals(RULES)) {
        rules(entry);
      } else {
        roles(entry);
      }
    }
  }

  private void roles(Node.Entry entry) {
    List<String> known = new ArrayList<>(ApprovalRule.PURPOSES);
    known.addAll(ApprovalRule.ACTIONS);
    known.addAll(OTHERS);
    if (!known.contains(entry.key())) {
      known.add(RULES);
      problems.add(
          BlueprintProblems.UNKNOWN_KEY,
          entry.place(),
          "%s is nothing that can be approved.%s It takes %s."
              .formatted(
                  Quote.key(entry.key()),
                  Suggestion.sentence(entry.key(), known),
                  String.join(", ", known)));
      return;
    }
    if (!(entry.value() instanceof Node.Sequence sequence)) {
      Literals.wrongType(entry.value(), Section.called(entry.key()), "a list of roles", problems);
      return;
    }
    roles.put(entry.key(), texts(sequence.items(), "a role"));
  }

  private void rules(Node.Entry entry) {
    if (!(entry.value() instanceof Node.Sequence sequence)) {
      Literals.wrongType(entry.value(), Section.called(RULES), "a list of rules", problems);
      return;
    }
    List<ApprovalRule> all = new ArrayList<>();
    sequence.items().forEach(node -> rule(node).ifPresent(all::add));
    rules = Optional.of(all);
  }

  private Optional<ApprovalRule> rule(Node node) {
    Section section =
        new Section(
            node, "a rule for approvals", problems, "name", "match", "roles", "count", EXPIRES);
    section.required("roles");
    List<String> by = texts(items(section, "roles"), "a role");
    if (by.isEmpty()) {
      if (section.node("roles").isPresent()) {
        problems.add(
            BlueprintProblems.NOT_ALLOWED,
            section.placeOf("roles"),
            "\"roles\" is empty, so nobody would have to approve.");
      }
      return Optional.empty();
    }
    ApprovalRule rule = ApprovalRule.by(by).at(section.place().start());
    rule = section.text("name").map(rule::named).orElse(rule);
    rule = expires(section).map(rule::expires).orElse(rule);
    Optional<Integer> count = section.count("count");
    if (count.isPresent()) {
      if (count.get() < 1) {
        problems.add(
            BlueprintProblems.NOT_ALLOWED,
            section.placeOf("count"),
            "\"count\" says how many people must approve: at least 1.");
        return Optional.empty();
      }
      rule = rule.count(count.get());
    }
    return Optional.of(matched(section, rule));
  }

  private ApprovalRule matched(Section section, ApprovalRule rule) {
    Optional<Node> node = section.node("match");
    if (node.isEmpty()) {
      return rule;
    }
    Section match =
        new Section(
            node.get(), "\"match\"", problems, "actions", "risks", "types", "policies", "stages");
    List<String> actions = new ArrayList<>(ApprovalRule.PURPOSES);
    actions.addAll(ApprovalRule.ACTIONS);
    return rule.actions(words(match, "actions", actions))
        .risks(words(match, "risks", ApprovalRule.RISKS))
        .types(patterns(match, "types"))
        .policies(patterns(match, "policies"))
        .stages(patterns(match, "stages"));
  }

  private String[] words(Section match, String key, List<String> known) {
    List<String> words = new ArrayList<>();
    for (Node item : items(match, key)) {
      Optional<String> text = Literals.text(item, Section.called(key), problems);
      if (text.isPresent() && !known.contains(text.get())) {
        problems.add(
            BlueprintProblems.NOT_ALLOWED,
            item.place(),
            "\"%s\" are %s, not %s.%s"
                .formatted(
                    key,
                    String.join(", ", known),
                    Quote.key(text.get()),
                    Suggestion.sentence(text.get(), known)));
      } else {
        text.ifPresent(words::add);
      }
    }
    return notEmpty(match, key, words);
  }

  private String[] patterns(Section match, String key) {
    return notEmpty(match, key, texts(items(match, key), "a pattern"));
  }

  private String[] notEmpty(Section match, String key, List<String> texts) {
    if (texts.isEmpty() && match.node(key).isPresent() && !problems.hasErrors()) {
      problems.add(
          BlueprintProblems.NOT_ALLOWED,
          match.placeOf(key),
          "\"" + key + "\" is empty, so nothing would be approved: leave it out for all.");
    }
    return texts.toArray(String[]::new);
  }

  private Optional<Duration> expires(Section section) {
    Optional<String> text = section.text(EXPIRES);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Matcher matcher = DURATION.matcher(text.get());
    if (!matcher.matches()) {
      problems.add(
          BlueprintProblems.NOT_ALLOWED,
          section.placeOf(EXPIRES),
          "\"expires\" is how long after the request its approvals count, such as 30m, 8h or 3d.");
      return Optional.empty();
    }
    long number = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "m" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          default -> Duration.ofDays(number);
        });
  }

  private List<String> texts(List<Node> items, String what) {
    List<String> texts = new ArrayList<>();
    items.forEach(item -> Literals.text(item, what, problems).ifPresent(texts::add));
    return texts;
  }

  /** A list, or one alone. */
  private static List<Node> items(Section section, String key) {
    Optional<Node> node = section.node(key);
    return node.isPresent() && node.get() instanceof Node.Scalar
        ? List.of(node.get())
        : section.items(key);
  }
}
