package dev.ashlar.graph;

import dev.ashlar.blueprint.Term;
import dev.ashlar.expression.CompiledExpression;
import dev.ashlar.value.Value;
import java.util.List;
import java.util.SortedMap;

/** A term whose expressions are compiled; what holds none is one constant. */
public sealed interface CompiledTerm {
  /** The term that it was compiled from. */
  Term term();

  /**
   * No expression in it.
   *
   * @param term the term
   * @param value its value, with texts where the schema expects texts
   */
  record Constant(Term term, Value value) implements CompiledTerm {}

  /**
   * One expression, whose type it has.
   *
   * @param term the term
   * @param expression the expression
   */
  record Single(Term.Computed term, CompiledExpression expression) implements CompiledTerm {}

  /**
   * A text with expressions in it.
   *
   * @param term the term
   * @param parts constants and single expressions in order
   */
  record Text(Term term, List<CompiledTerm> parts) implements CompiledTerm {}

  /**
   * A list with expressions in it.
   *
   * @param term the term
   * @param items the items
   */
  record Items(Term term, List<CompiledTerm> items) implements CompiledTerm {}

  /**
   * A map with expressions in it.
   *
   * @param term the term
   * @param fields the entries
   */
  record Fields(Term term, SortedMap<String, CompiledTerm> fields) implements CompiledTerm {}
}
