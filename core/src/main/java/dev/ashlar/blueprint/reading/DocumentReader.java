package dev.ashlar.blueprint.reading;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.BlueprintProblems;
import dev.ashlar.blueprint.Document;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.ReadLimits;
import dev.ashlar.blueprint.source.Node;
import dev.ashlar.blueprint.source.Problems;
import dev.ashlar.blueprint.source.Tree;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Source;
import java.util.Optional;

/** Reads a document by what it says it is. */
public final class DocumentReader {
  private DocumentReader() {}

  /** Reads a source. */
  public static Checked<Document> read(Source source, ReadLimits limits) {
    Problems problems = new Problems(limits.problems());
    Optional<Document> document =
        Tree.read(source, limits, problems).flatMap(root -> read(source, root, limits, problems));
    return document.isPresent()
        ? Checked.of(document.get(), problems.sorted())
        : Checked.refused(problems.sorted());
  }

  /** Reads a source; what is wrong inside goes with the document. */
  public static Checked<Document> draft(Source source, ReadLimits limits) {
    Problems problems = new Problems(limits.problems());
    Optional<Document> document =
        Tree.read(source, limits, problems).flatMap(root -> read(source, root, limits, problems));
    return document.isPresent()
        ? Checked.of(
            new Document(
                document.get().kind(), document.get().environment().problems(problems.sorted())))
        : Checked.refused(problems.sorted());
  }

  private static Optional<Document> read(
      Source source, Node root, ReadLimits limits, Problems problems) {
    Optional<String> kind = Header.kind(root, problems);
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    switch (kind.get()) {
      case "Blueprint" -> {
        Blueprint blueprint = BlueprintReader.read(root, problems);
        return Optional.of(
            new Document(Document.Kind.BLUEPRINT, Environment.of(blueprint.name(), blueprint)));
      }
      case "Environment" -> {
        return EnvironmentReader.read(source, root, limits, problems)
            .map(environment -> new Document(Document.Kind.ENVIRONMENT, environment));
      }
      default -> {
        problems.add(
            BlueprintProblems.WRONG_KIND,
            root.place(),
            "A %s is not something that can be planned: name a Blueprint or an Environment."
                .formatted(kind.get()));
        return Optional.empty();
      }
    }
  }
}
