package dev.ashlar.blueprint.reading;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.Environment.Mock;
import dev.ashlar.blueprint.Environment.OnFailure;
import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.source.Node;
import dev.ashlar.blueprint.source.Problems;
import dev.ashlar.diagnostic.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one document of kind Environment says by itself. Maps are taken over entry by entry from
 * what it extends, all else as a whole.
 */
final class Layer {
  /**
   * A text, and where it stands in which document.
   *
   * @param text the text
   * @param place where it stands
   * @param source the document
   */
  record Said(String text, Place place, Source source) {}

  final Source source;
  final Section section;
  final Optional<Said> base;
  Optional<String> tenant = Optional.empty();
  Optional<String> stage;
  Optional<String> target;
  Optional<Said> blueprint;
  Optional<List<Mock>> mocks;
  Optional<List<Environment.PolicyUse>> policies;
  Optional<List<Environment.Exemption>> exemptions;
  Optional<OnFailure> onFailure;
  final Map<String, Node.Entry> parameters = new LinkedHashMap<>();
  final Map<String, Node.Entry> flags = new LinkedHashMap<>();
  final Map<String, Node.Entry> providers = new LinkedHashMap<>();
  final ApprovalReader approvals;

  Layer(Source source, Node root, Problems problems) {
    this.source = source;
    this.section =
        new Section(
            root,
            "an environment",
            problems,
            "apiVersion",
            "kind",
            "metadata",
            "extends",
            "stage",
            "blueprint",
            "target",
            "parameters",
            "flags",
            "providers",
            "mocks",
            "policies",
            "exemptions",
            "approvals",
            "onFailure");
    base = said("extends");
    stage = title("stage");
    target = title("target");
    blueprint = said("blueprint");
    onFailure = section.word("onFailure", OnFailure.class);
    mocks = section.node("mocks").map(node -> mocks());
    policies = section.node("policies").map(node -> PolicyUses.packs(section, source));
    exemptions = section.node("exemptions").map(node -> PolicyUses.exemptions(section));
    put(parameters, "parameters");
    put(flags, "flags");
    put(providers, "providers");
    approvals = new ApprovalReader(problems);
    approvals.read(section);
  }

  /** Takes over from a base what is not said here. */
  void extend(Layer other) {
    tenant = tenant.or(() -> other.tenant);
    stage = stage.or(() -> other.stage);
    target = target.or(() -> other.target);
    blueprint = blueprint.or(() -> other.blueprint);
    mocks = mocks.or(() -> other.mocks);
    policies = policies.or(() -> other.policies);
    exemptions = exemptions.or(() -> other.exemptions);
    onFailure = onFailure.or(() -> other.onFailure);
    other.parameters.forEach(parameters::putIfAbsent);
    other.flags.forEach(flags::putIfAbsent);
    other.providers.forEach(providers::putIfAbsent);
    other.approvals.roles.forEach(approvals.roles::putIfAbsent);
    approvals.rules = approvals.rules.or(() -> other.approvals.rules);
  }

  private void put(Map<String, Node.Entry> entries, String key) {
    section.entries(key).forEach(entry -> entries.put(entry.key(), entry));
  }

  private Optional<Said> said(String key) {
    return section
        .text(key)
        .map(text -> new Said(text, section.node(key).orElseThrow().place(), source));
  }

  private Optional<String> title(String key) {
    return section
        .text(key)
        .filter(
            text ->
                Naming.isTitle(
                    text, "a " + key, section.node(key).orElseThrow().place(), section.problems()));
  }

  private List<Mock> mocks() {
    List<Mock> all = new ArrayList<>();
    for (Node item : section.items("mocks")) {
      if (item instanceof Node.Mapping) {
        Section mock = new Section(item, "a mock", section.problems(), "types", "feedReal");
        mock.requiredText("types")
            .ifPresent(types -> all.add(new Mock(types, mock.bool("feedReal").orElse(false))));
      } else {
        Literals.text(item, "a mock", section.problems())
            .ifPresent(types -> all.add(new Mock(types, false)));
      }
    }
    return all;
  }
}
