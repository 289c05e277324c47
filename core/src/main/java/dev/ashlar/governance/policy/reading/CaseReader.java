package dev.ashlar.governance.policy.reading;

import dev.ashlar.blueprint.BlueprintProblems;
import dev.ashlar.blueprint.Environment.PolicyUse;
import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.ReadLimits;
import dev.ashlar.blueprint.reading.FileReference;
import dev.ashlar.blueprint.reading.Header;
import dev.ashlar.blueprint.reading.Literals;
import dev.ashlar.blueprint.reading.PlainValues;
import dev.ashlar.blueprint.reading.Section;
import dev.ashlar.blueprint.source.Node;
import dev.ashlar.blueprint.source.Problems;
import dev.ashlar.blueprint.source.Tree;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.governance.PolicyCases;
import dev.ashlar.governance.PolicyCases.Case;
import dev.ashlar.governance.PolicyCases.Thing;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Risk;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads documents of kind PolicyTest. */
public final class CaseReader {
  private final Source source;
  private final Problems problems;

  private CaseReader(Source source, Problems problems) {
    this.source = source;
    this.problems = problems;
  }

  /** Reads a source. */
  public static Checked<PolicyCases> read(Source source) {
    Problems problems = new Problems(ReadLimits.STANDARD.problems());
    Optional<PolicyCases> cases =
        Tree.read(source, ReadLimits.STANDARD, problems)
            .filter(root -> Header.is("PolicyTest", root, problems))
            .flatMap(root -> new CaseReader(source, problems).cases(root));
    return cases.isPresent()
        ? Checked.of(cases.get(), problems.sorted())
        : Checked.refused(problems.sorted());
  }

  private Optional<PolicyCases> cases(Node root) {
    Section document =
        new Section(
            root,
            "a test of policies",
            problems,
            "apiVersion",
            "kind",
            "metadata",
            "pack",
            "parameters",
            "cases");
    String name =
        document
            .required("metadata")
            .map(node -> new Section(node, "\"metadata\"", problems, "name"))
            .flatMap(metadata -> metadata.requiredText("name"))
            .orElse("unnamed");
    Optional<PolicyUse> pack =
        document
            .requiredText("pack")
            .flatMap(text -> pack(text, document.node("pack").orElseThrow().place(), document));
    List<Case> cases = new ArrayList<>();
    document.required("cases");
    for (Node item : document.items("cases")) {
      one(item).ifPresent(cases::add);
    }
    return pack.map(use -> new PolicyCases(name, use, cases));
  }

  private Optional<PolicyUse> pack(String text, Place place, Section document) {
    Value.MapValue parameters = map(document, "parameters").orElse(Value.MapValue.EMPTY);
    return FileReference.isOne(text)
        ? FileReference.resolve(source, text, place, problems)
            .map(
                file ->
                    new PolicyUse(
                        file.name(), Optional.of(file), parameters, Optional.of(place.start())))
        : Optional.of(
            new PolicyUse(text, Optional.empty(), parameters, Optional.of(place.start())));
  }

  private Optional<Case> one(Node node) {
    Section section =
        new Section(
            node,
            "a case",
            problems,
            "name",
            "policy",
            "expect",
            "address",
            "type",
            "action",
            "risk",
            "resource",
            "actual",
            "dependencies",
            "preventDestroy",
            "stage",
            "others");
    Optional<String> policy = section.requiredText("policy");
    section.required("expect");
    Optional<PolicyCases.Answer> expect = section.word("expect", PolicyCases.Answer.class);
    if (policy.isEmpty() || expect.isEmpty()) {
      return Optional.empty();
    }
    List<Thing> others = new ArrayList<>();
    for (Node other : section.items("others")) {
      thing(
              new Section(
                  other, "a resource", problems, "address", "type", "resource", "dependencies"),
              "other" + others.size())
          .ifPresent(others::add);
    }
    return Optional.of(
        new Case(
            section.text("name").orElseGet(() -> policy.get() + " " + expect.get().text()),
            policy.get(),
            section.word("action", Action.class).orElse(Action.CREATE),
            section.word("risk", Risk.class).orElse(Risk.SAFE),
            section.node("type").isPresent() ? thing(section, "it") : Optional.empty(),
            map(section, "actual"),
            section.bool("preventDestroy").orElse(false),
            section.text("stage").orElse("development"),
            others,
            expect.get(),
            section.place().start()));
  }

  private Optional<Thing> thing(Section section, String name) {
    String address = section.text("address").orElse(name);
    if (Address.parse(address).isEmpty()) {
      problems.add(
          BlueprintProblems.NOT_ALLOWED,
          section.placeOf("address"),
          "\"address\" is the address of a resource, such as uploads or uploads[\"a\"].");
      return Optional.empty();
    }
    List<String> dependencies = new ArrayList<>();
    for (Node item : section.items("dependencies")) {
      Literals.text(item, "an address", problems).ifPresent(dependencies::add);
    }
    return section
        .requiredText("type")
        .map(
            type ->
                new Thing(
                    address,
                    type,
                    map(section, "resource").orElse(Value.MapValue.EMPTY),
                    dependencies));
  }

  private Optional<Value.MapValue> map(Section section, String key) {
    Optional<Node> node = section.node(key);
    if (node.isPresent() && !(node.get() instanceof Node.Mapping)) {
      Literals.wrongType(node.get(), "\"" + key + "\"", "a map", problems);
      return Optional.empty();
    }
    return node.map(each -> (Value.MapValue) Marks.read(PlainValues.of(each, problems)));
  }
}
