package dev.ashlar.governance.policy.reading;

import dev.ashlar.blueprint.BlueprintProblems;
import dev.ashlar.blueprint.ParameterDeclaration;
import dev.ashlar.blueprint.ReadLimits;
import dev.ashlar.blueprint.reading.Header;
import dev.ashlar.blueprint.reading.ParameterReader;
import dev.ashlar.blueprint.reading.Section;
import dev.ashlar.blueprint.source.Node;
import dev.ashlar.blueprint.source.Problems;
import dev.ashlar.blueprint.source.Quote;
import dev.ashlar.blueprint.source.Tree;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.governance.PolicyPack;
import dev.ashlar.governance.policy.PolicyProblems;
import dev.ashlar.governance.policy.language.PackCheck;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads documents of kind PolicyPack. */
public final class PackReader {
  private final Problems problems;

  private PackReader(Problems problems) {
    this.problems = problems;
  }

  /** Reads a source, and checks its expressions. */
  public static Checked<PolicyPack> read(Source source) {
    return read(source, true);
  }

  /** Reads a source whose expressions were checked when the engine was built. */
  public static Checked<PolicyPack> trusted(Source source) {
    return read(source, false);
  }

  private static Checked<PolicyPack> read(Source source, boolean check) {
    Problems problems = new Problems(ReadLimits.STANDARD.problems());
    Optional<PolicyPack> pack =
        Tree.read(source, ReadLimits.STANDARD, problems)
            .filter(root -> Header.is("PolicyPack", root, problems))
            .map(root -> new PackReader(problems).pack(root));
    if (check) {
      pack.ifPresent(read -> PackCheck.of(read).forEach(problems::add));
    }
    return pack.isPresent()
        ? Checked.of(pack.get(), problems.sorted())
        : Checked.refused(problems.sorted());
  }

  private PolicyPack pack(Node root) {
    Section document =
        new Section(
            root,
            "a policy pack",
            problems,
            "apiVersion",
            "kind",
            "metadata",
            "parameters",
            "policies");
    Optional<Section> metadata =
        document
            .required("metadata")
            .map(
                node ->
                    new Section(node, "\"metadata\"", problems, "name", "version", "description"));
    Map<String, ParameterDeclaration> parameters = new LinkedHashMap<>();
    for (Node.Entry entry : document.entries("parameters")) {
      parameters.put(entry.key(), new ParameterReader(problems).read(entry));
    }
    return new PolicyPack(
        metadata.flatMap(section -> section.requiredText("name")).orElse("unnamed"),
        metadata.flatMap(section -> section.text("version")).orElse(""),
        metadata.flatMap(section -> section.text("description")).orElse(""),
        parameters,
        rules(document));
  }

  private List<PolicyPack.Rule> rules(Section document) {
    List<PolicyPack.Rule> rules = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    document.required("policies");
    for (Node item : document.items("policies")) {
      new RuleReader(problems)
          .read(item)
          .ifPresent(
              rule -> {
                if (ids.add(rule.id())) {
                  rules.add(rule);
                } else {
                  problems.add(
                      PolicyProblems.DUPLICATE_POLICY,
                      item.place(),
                      "There is another policy "
                          + Quote.key(rule.id())
                          + " in the pack: an exemption could not tell them apart.");
                }
              });
    }
    if (rules.isEmpty() && !problems.hasErrors()) {
      problems.add(
          BlueprintProblems.MISSING_KEY,
          document.placeOf("policies"),
          "A policy pack without a policy would let everything pass: write one.");
    }
    return rules;
  }
}
