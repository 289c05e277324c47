package dev.ashlar.blueprint.writer;

import dev.ashlar.blueprint.ApprovalRule;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.source.Node;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who must approve what, as the tree of an environment's document. */
final class ApprovalTree {
  private ApprovalTree() {}

  static Optional<Node> of(Environment environment) {
    Entries entries = new Entries();
    environment.approvals().forEach((action, roles) -> entries.put(action, words(roles)));
    entries.list("rules", environment.approvalRules(), ApprovalTree::rule);
    return environment.approvals().isEmpty() && environment.approvalRules().isEmpty()
        ? Optional.empty()
        : Optional.of(entries.node());
  }

  private static Node words(List<String> texts) {
    return new Node.Sequence(texts.stream().map(EnvironmentTree::word).toList(), Entries.NOWHERE);
  }

  private static Node rule(ApprovalRule rule) {
    Entries match =
        new Entries()
            .list("actions", rule.actions(), EnvironmentTree::word)
            .list("risks", rule.risks(), EnvironmentTree::word)
            .list("types", rule.types(), EnvironmentTree::word)
            .list("policies", rule.policies(), EnvironmentTree::word)
            .list("stages", rule.stages(), EnvironmentTree::word);
    Entries entries = new Entries().text("name", rule.name());
    if (!match.isEmpty()) {
      entries.put("match", match.node());
    }
    entries.put("roles", words(rule.roles()));
    if (!rule.isByEach()) {
      entries.number("count", rule.count());
    }
    rule.expires().ifPresent(after -> entries.text("expires", text(after)));
    return entries.node();
  }

  private static String text(Duration after) {
    return after.toMinutes() % 60 != 0
        ? after.toMinutes() + "m"
        : after.toHours() % 24 != 0 ? after.toHours() + "h" : after.toDays() + "d";
  }
}
