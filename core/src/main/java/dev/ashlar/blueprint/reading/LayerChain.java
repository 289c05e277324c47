package dev.ashlar.blueprint.reading;

import dev.ashlar.blueprint.EnvironmentProblems;
import dev.ashlar.blueprint.ReadLimits;
import dev.ashlar.blueprint.source.Node;
import dev.ashlar.blueprint.source.Problems;
import dev.ashlar.blueprint.source.Quote;
import dev.ashlar.blueprint.source.Tree;
import dev.ashlar.diagnostic.Source;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Reads an environment's document, what that extends, and so on, into one layer. */
final class LayerChain {
  private static final int LONGEST = 32;

  private final ReadLimits limits;
  private final Problems problems;
  private final Set<Path> passed = new LinkedHashSet<>();

  LayerChain(ReadLimits limits, Problems problems) {
    this.limits = limits;
    this.problems = problems;
  }

  /** The layer of the whole chain; what could not be read of it is told. */
  Layer read(Source source, Node root) {
    FileReference.identity(source).ifPresent(passed::add);
    Layer whole = layer(source, root);
    Optional<Layer.Said> next = whole.base;
    while (next.isPresent()) {
      Optional<Layer> base = base(next.get());
      base.ifPresent(whole::extend);
      next = base.flatMap(layer -> layer.base);
    }
    return whole;
  }

  private Layer layer(Source source, Node root) {
    Layer layer = new Layer(source, root, problems);
    layer.section.node("metadata").ifPresent(node -> metadata(layer, node));
    return layer;
  }

  private void metadata(Layer layer, Node node) {
    Section metadata = new Section(node, "\"metadata\"", problems, "name", "tenant");
    layer.tenant =
        metadata
            .text("tenant")
            .filter(
                text ->
                    Naming.isTitle(
                        text,
                        "the name of a tenant",
                        metadata.node("tenant").orElseThrow().place(),
                        problems));
  }

  private Optional<Layer> base(Layer.Said reference) {
    Optional<Source> source =
        FileReference.resolve(reference.source(), reference.text(), reference.place(), problems);
    if (source.isEmpty()) {
      return Optional.empty();
    }
    boolean isNew = FileReference.identity(source.get()).map(passed::add).orElse(true);
    if (!isNew || passed.size() > LONGEST) {
      problems.add(
          EnvironmentProblems.EXTENDS_CYCLE,
          reference.place(),
          isNew
              ? "The chain is longer than " + LONGEST + " documents."
              : "%s is extended already on the way here: one of them cannot extend the other."
                  .formatted(Quote.key(source.get().name())));
      return Optional.empty();
    }
    return Tree.read(source.get(), limits, problems)
        .filter(root -> Header.is("Environment", root, problems))
        .map(root -> layer(source.get(), root));
  }
}
