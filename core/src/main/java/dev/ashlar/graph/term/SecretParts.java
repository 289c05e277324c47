package dev.ashlar.graph.term;

import dev.ashlar.blueprint.Term;
import dev.ashlar.expression.Scope;
import dev.ashlar.graph.CompiledTerm;
import dev.ashlar.graph.scope.PathTypes;
import java.util.Optional;

/** Finds what is secret in a term, as a whole or in parts, whatever the values are. */
public final class SecretParts {
  private SecretParts() {}

  /** Whether anything in the value is secret. */
  public static boolean in(CompiledTerm term, Scope scope) {
    return first(term, scope).isPresent();
  }

  /** The first literal or expression with a secret in it, from the beginning of the term. */
  public static Optional<Term> first(CompiledTerm term, Scope scope) {
    if (term instanceof CompiledTerm.Constant constant) {
      return constant.value().hasSecret() ? Optional.of(term.term()) : Optional.empty();
    }
    if (term instanceof CompiledTerm.Single single) {
      return PathTypes.hidesSecret(single.expression(), scope)
          ? Optional.of(single.term())
          : Optional.empty();
    }
    if (term instanceof CompiledTerm.Text text) {
      return first(text.parts(), scope);
    }
    return term instanceof CompiledTerm.Items items
        ? first(items.items(), scope)
        : first(((CompiledTerm.Fields) term).fields().values(), scope);
  }

  private static Optional<Term> first(Iterable<CompiledTerm> terms, Scope scope) {
    for (CompiledTerm term : terms) {
      Optional<Term> found = first(term, scope);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
