package dev.ashlar.blueprint.writer;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.Environment.Given;
import dev.ashlar.blueprint.Environment.Mock;
import dev.ashlar.blueprint.Environment.OnFailure;
import dev.ashlar.blueprint.Environment.SecretReference;
import dev.ashlar.blueprint.Environment.Setting;
import dev.ashlar.blueprint.source.Node;
import dev.ashlar.value.Value;

/** An environment as the tree of its document. */
public final class EnvironmentTree {
  private EnvironmentTree() {}

  /**
   * The tree.
   *
   * @param blueprint how the document names the blueprint
   * @throws IllegalArgumentException if a parameter is a secret in clear
   */
  public static Node of(Environment environment, String blueprint) {
    Entries metadata = new Entries().text("name", environment.id().name());
    if (!environment.id().tenant().isEmpty()) {
      metadata.text("tenant", environment.id().tenant());
    }
    Entries entries =
        new Entries()
            .text("apiVersion", "ashlar.dev/v1")
            .text("kind", "Environment")
            .put("metadata", metadata.node())
            .text("stage", environment.stage())
            .text("blueprint", blueprint)
            .text("target", environment.target())
            .all("parameters", environment.parameters(), EnvironmentTree::setting)
            .all("flags", environment.flags(), on -> Entries.scalar(Value.of(on)))
            .all("providers", environment.providers(), TermTree::of)
            .list("mocks", environment.mocks(), EnvironmentTree::mock)
            .list("policies", environment.policyUses(), EnvironmentTree::policies)
            .list("exemptions", environment.exemptions(), EnvironmentTree::exemption);
    ApprovalTree.of(environment).ifPresent(approvals -> entries.put("approvals", approvals));
    if (environment.onFailure() != OnFailure.STOP) {
      entries.put("onFailure", Words.of(environment.onFailure()));
    }
    return entries.node();
  }

  static Node word(String text) {
    return Entries.text(Escapes.escape(text));
  }

  private static Node policies(Environment.PolicyUse use) {
    return use.parameters().entries().isEmpty()
        ? word(use.name())
        : new Entries()
            .text("pack", Escapes.escape(use.name()))
            .put("parameters", TermTree.unread(use.parameters()))
            .node();
  }

  private static Node exemption(Environment.Exemption exemption) {
    return new Entries()
        .text("policy", Escapes.escape(exemption.policy()))
        .list("resources", exemption.resources(), EnvironmentTree::word)
        .text("reason", Escapes.escape(exemption.reason()))
        .text("owner", Escapes.escape(exemption.owner()))
        .text("expires", exemption.expires().toString())
        .node();
  }

  private static Node mock(Mock mock) {
    return mock.feedReal()
        ? new Entries().text("types", mock.types()).bool("feedReal", true).node()
        : word(mock.types());
  }

  private static Node setting(Setting setting) {
    if (setting instanceof SecretReference reference) {
      return new Entries().text("secret", reference.reference()).node();
    }
    Value value = ((Given) setting).value();
    if (value instanceof Value.ListValue || value instanceof Value.MapValue) {
      return new Entries().put("$literal", TermTree.unread(value)).node();
    }
    return value instanceof Value.TextValue text ? word(text.text()) : TermTree.unread(value);
  }
}
