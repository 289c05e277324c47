package dev.ashlar.graph.link;

import dev.ashlar.blueprint.Term;
import dev.ashlar.diagnostic.Diagnostic.Location;
import dev.ashlar.expression.Reference;
import dev.ashlar.graph.CompiledTerm;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A reference, and the expression that it is in.
 *
 * @param reference what is read
 * @param path where in the term the expression stands
 * @param term the expression
 */
public record Use(Reference reference, ValuePath path, Term.Computed term) {
  private static final Comparator<Reference> BY_TEXT =
      Comparator.comparing(Reference::root).thenComparing(Reference::path);

  /** Every reference of a term, in the order of the term. */
  public static List<Use> of(CompiledTerm term) {
    List<Use> uses = new ArrayList<>();
    collect(term, ValuePath.ROOT, uses);
    return uses;
  }

  /** Gives every reference of a term, in the order of the term. */
  public static void references(CompiledTerm term, Consumer<Reference> taker) {
    if (term instanceof CompiledTerm.Single single) {
      inOrder(single.expression().references()).forEach(taker);
    } else if (term instanceof CompiledTerm.Text text) {
      text.parts().forEach(part -> references(part, taker));
    } else if (term instanceof CompiledTerm.Items items) {
      items.items().forEach(item -> references(item, taker));
    } else if (term instanceof CompiledTerm.Fields fields) {
      for (CompiledTerm field : fields.fields().values()) {
        if (!(field instanceof CompiledTerm.Constant)) {
          references(field, taker);
        }
      }
    }
  }

  private static Collection<Reference> inOrder(Set<Reference> references) {
    return references.size() <= 1 ? references : references.stream().sorted(BY_TEXT).toList();
  }

  private static void collect(CompiledTerm term, ValuePath path, List<Use> uses) {
    if (term instanceof CompiledTerm.Single single) {
      for (Reference reference : inOrder(single.expression().references())) {
        uses.add(new Use(reference, path, single.term()));
      }
    } else if (term instanceof CompiledTerm.Text text) {
      text.parts().forEach(part -> collect(part, path, uses));
    } else if (term instanceof CompiledTerm.Items items) {
      for (int i = 0; i < items.items().size(); i++) {
        collect(items.items().get(i), path.index(i), uses);
      }
    } else if (term instanceof CompiledTerm.Fields fields) {
      for (Map.Entry<String, CompiledTerm> field : fields.fields().entrySet()) {
        if (!(field.getValue() instanceof CompiledTerm.Constant)) {
          collect(field.getValue(), path.key(field.getKey()), uses);
        }
      }
    }
  }

  /** Where the expression begins. */
  public Location location() {
    return term.place().at(term.offset());
  }
}
