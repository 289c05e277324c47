package dev.ashlar.blueprint.reading;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.BlueprintProblems;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.EnvironmentProblems;
import dev.ashlar.blueprint.ReadLimits;
import dev.ashlar.blueprint.source.Node;
import dev.ashlar.blueprint.source.Problems;
import dev.ashlar.blueprint.source.Quote;
import dev.ashlar.blueprint.source.Tree;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Source;
import java.util.Optional;

/** Reads documents of kind Environment, with the documents that they name. */
public final class EnvironmentReader {
  private final ReadLimits limits;
  private final Problems problems;

  private EnvironmentReader(ReadLimits limits, Problems problems) {
    this.limits = limits;
    this.problems = problems;
  }

  /** Reads a source. */
  public static Checked<Environment> read(Source source, ReadLimits limits) {
    Problems problems = new Problems(limits.problems());
    Optional<Environment> environment =
        Tree.read(source, limits, problems)
            .filter(root -> Header.is("Environment", root, problems))
            .flatMap(root -> read(source, root, limits, problems));
    return environment.isPresent()
        ? Checked.of(environment.get(), problems.sorted())
        : Checked.refused(problems.sorted());
  }

  /** Reads a tree whose header is in order. */
  static Optional<Environment> read(
      Source source, Node root, ReadLimits limits, Problems problems) {
    return new EnvironmentReader(limits, problems).environment(source, root);
  }

  private Optional<Environment> environment(Source source, Node root) {
    Layer layer = new LayerChain(limits, problems).read(source, root);
    Optional<String> name = name(layer.section);
    Optional<Blueprint> blueprint = blueprint(layer);
    if (blueprint.isEmpty()) {
      return Optional.empty();
    }
    Environment environment =
        new SettingReader(blueprint.get(), problems)
            .read(layer, Environment.of(name.orElse("unnamed"), blueprint.get()));
    environment = layer.tenant.map(environment::tenant).orElse(environment);
    environment = layer.stage.map(environment::stage).orElse(environment);
    environment = layer.target.map(environment::target).orElse(environment);
    environment = layer.mocks.map(environment::mocks).orElse(environment);
    environment = layer.policies.map(environment::policyUses).orElse(environment);
    environment = layer.exemptions.map(environment::exemptions).orElse(environment);
    environment = layer.onFailure.map(environment::onFailure).orElse(environment);
    environment = layer.approvals.rules.map(environment::approvalRules).orElse(environment);
    return Optional.of(environment.approvals(layer.approvals.roles));
  }

  /** The name is the environment's own: a base's is another environment's. */
  private Optional<String> name(Section section) {
    Optional<Node> node = section.required("metadata");
    if (node.isEmpty() || !(node.get() instanceof Node.Mapping)) {
      return Optional.empty();
    }
    // Its keys are checked with the layer's.
    Section metadata = new Section(node.get(), "\"metadata\"", new Problems(1), "name", "tenant");
    Optional<Node> name = metadata.node("name");
    if (name.isEmpty()) {
      problems.add(
          BlueprintProblems.MISSING_KEY,
          metadata.place(),
          "An environment needs a name: its state is found by it.");
      return Optional.empty();
    }
    return Literals.text(name.get(), "\"name\"", problems)
        .filter(
            text ->
                Naming.isTitle(text, "the name of an environment", name.get().place(), problems));
  }

  private Optional<Blueprint> blueprint(Layer layer) {
    if (layer.blueprint.isEmpty()) {
      if (layer.section.isMap()) {
        problems.add(
            EnvironmentProblems.NO_BLUEPRINT,
            layer.section.place(),
            "Say which blueprint it is of, such as \"blueprint: ./orders.yaml\".");
      }
      return Optional.empty();
    }
    Layer.Said said = layer.blueprint.get();
    if (!FileReference.isOne(said.text()) && said.text().contains("@")) {
      problems.add(
          EnvironmentProblems.NOT_AVAILABLE,
          said.place(),
          "%s stands in a registry, and this version of the engine reads files only. Name a file, with"
                  .formatted(Quote.key(said.text()))
              + " ./ or ../ in front.");
      return Optional.empty();
    }
    return FileReference.resolve(said.source(), said.text(), said.place(), problems)
        .flatMap(source -> Tree.read(source, limits, problems))
        .filter(root -> Header.is("Blueprint", root, problems))
        .map(root -> BlueprintReader.read(root, problems));
  }
}
