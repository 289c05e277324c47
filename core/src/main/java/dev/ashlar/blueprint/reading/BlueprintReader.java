package dev.ashlar.blueprint.reading;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.FlagDeclaration;
import dev.ashlar.blueprint.ImportDeclaration;
import dev.ashlar.blueprint.LocalDeclaration;
import dev.ashlar.blueprint.OutputDeclaration;
import dev.ashlar.blueprint.ReadLimits;
import dev.ashlar.blueprint.Term;
import dev.ashlar.blueprint.source.Node;
import dev.ashlar.blueprint.source.Problems;
import dev.ashlar.blueprint.source.Tree;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Source;
import java.util.Optional;

/** Reads documents of kind Blueprint. */
public final class BlueprintReader {
  private static final String[] KEYS = {
    "apiVersion",
    "kind",
    "metadata",
    "parameters",
    "flags",
    "locals",
    "providers",
    "lookups",
    "imports",
    "resources",
    "components",
    "moved",
    "outputs"
  };

  private final Problems problems;
  private final Naming names;

  private BlueprintReader(Problems problems) {
    this.problems = problems;
    this.names = new Naming(problems);
  }

  /** Reads a source. */
  public static Checked<Blueprint> read(Source source, ReadLimits limits) {
    Problems problems = new Problems(limits.problems());
    Optional<Blueprint> blueprint =
        Tree.read(source, limits, problems)
            .filter(root -> Header.is("Blueprint", root, problems))
            .map(root -> read(root, problems));
    return blueprint.isPresent()
        ? Checked.of(blueprint.get(), problems.sorted())
        : Checked.refused(problems.sorted());
  }

  /**
   * Reads a tree whose header is in order. What is wrong is added; then the result is not whole.
   */
  static Blueprint read(Node root, Problems problems) {
    return new BlueprintReader(problems).blueprint(root);
  }

  private Blueprint blueprint(Node root) {
    Section section = new Section(root, "a blueprint", problems, KEYS);
    Blueprint.Builder builder = metadata(section).place(root.place());
    ParameterReader parameters = new ParameterReader(problems);
    for (Node.Entry entry : section.entries("parameters")) {
      names.own(entry.key(), "parameter", entry.place());
      builder.addParameter(parameters.read(entry));
    }
    section.entries("flags").forEach(entry -> builder.addFlag(flag(entry)));
    section.entries("locals").forEach(entry -> builder.addLocal(local(entry)));
    section
        .entries("providers")
        .forEach(entry -> ProviderReader.read(entry, problems).ifPresent(builder::addProvider));
    ResourceReader reader = new ResourceReader(problems);
    for (Node.Entry entry : section.entries("lookups")) {
      if (names.shared(entry.key(), "lookup", entry.place())) {
        builder.addLookup(reader.lookup(entry));
      }
    }
    for (Node.Entry entry : section.entries("imports")) {
      if (names.shared(entry.key(), "import", entry.place())) {
        builder.addImport(imported(entry));
      }
    }
    for (Node.Entry entry : section.entries("resources")) {
      names.shared(entry.key(), "resource", entry.place());
      builder.addResource(reader.resource(entry));
    }
    for (Node.Entry entry : section.entries("components")) {
      names.shared(entry.key(), "component", entry.place());
      builder.addComponent(reader.component(entry));
    }
    section.entries("outputs").forEach(entry -> builder.addOutput(output(entry)));
    Blueprint declared = builder.build();
    new MovedReader(problems).read(section.items("moved"), declared).forEach(builder::addMoved);
    new ReferenceCheck(declared, problems).check();
    return builder.build();
  }

  private Blueprint.Builder metadata(Section section) {
    Optional<Node> node = section.required("metadata");
    if (node.isEmpty()) {
      return Blueprint.named("");
    }
    Section metadata = new Section(node.get(), "\"metadata\"", problems, "name", "version");
    Optional<String> name = metadata.requiredText("name");
    name.ifPresent(
        text ->
            Naming.isTitle(
                text,
                "the name of a blueprint",
                metadata.node("name").orElseThrow().place(),
                problems));
    Blueprint.Builder builder = Blueprint.named(name.orElse(""));
    Semver.read(metadata, "version").ifPresent(builder::version);
    return builder;
  }

  private FlagDeclaration flag(Node.Entry entry) {
    names.own(entry.key(), "flag", entry.place());
    Section section = new Section(entry.value(), "a flag", problems, "default", "description");
    return new FlagDeclaration(
        entry.key(),
        section.bool("default").orElse(false),
        section.text("description").orElse(""),
        entry.place());
  }

  private LocalDeclaration local(Node.Entry entry) {
    names.own(entry.key(), "local", entry.place());
    return new LocalDeclaration(entry.key(), Terms.read(entry.value(), problems), entry.place());
  }

  private ImportDeclaration imported(Node.Entry entry) {
    Section section = new Section(entry.value(), "an import", problems, "environment");
    Optional<String> environment = section.requiredText("environment");
    environment.ifPresent(
        text ->
            Naming.isTitle(
                text,
                "the name of an environment",
                section.node("environment").orElseThrow().place(),
                problems));
    return new ImportDeclaration(entry.key(), environment.orElse(""), entry.place());
  }

  private OutputDeclaration output(Node.Entry entry) {
    names.own(entry.key(), "output", entry.place());
    Section section =
        new Section(entry.value(), "an output", problems, "value", "sensitive", "description");
    Term value =
        section
            .requiredOrNull("value")
            .map(node -> Terms.read(node, problems))
            .orElseGet(() -> Term.Fields.empty(entry.place()));
    return new OutputDeclaration(
        entry.key(),
        value,
        section.bool("sensitive").orElse(false),
        section.text("description").orElse(""),
        entry.place());
  }
}
