package dev.ashlar.blueprint.writer;

import dev.ashlar.blueprint.Term;
import dev.ashlar.blueprint.source.Node;
import dev.ashlar.value.Value;
import java.util.Optional;

/** Terms as nodes, expressions and literals intact. */
final class TermTree {
  private TermTree() {}

  static Node of(Term term) {
    if (term instanceof Term.Literal literal) {
      return literal(literal);
    }
    if (term instanceof Term.Computed computed) {
      return Entries.text("${" + computed.expression() + "}");
    }
    if (term instanceof Term.Text text) {
      return Entries.text(joined(text));
    }
    if (term instanceof Term.Items items) {
      return new Node.Sequence(items.items().stream().map(TermTree::of).toList(), Entries.NOWHERE);
    }
    Entries entries = new Entries();
    ((Term.Fields) term)
        .fields()
        .forEach((key, field) -> entries.put(Escapes.escape(key), of(field)));
    return entries.node();
  }

  private static Node literal(Term.Literal literal) {
    Value value = literal.value();
    if (value instanceof Value.TextValue text) {
      return Entries.text(Escapes.escape(text.text()));
    }
    if (value instanceof Value.ListValue || value instanceof Value.MapValue) {
      return new Entries().put("$literal", unread(value)).node();
    }
    return new Node.Scalar(clear(value), literal.plain(), Entries.NOWHERE);
  }

  /** A value as it stands: nothing in it is read as an expression. */
  static Node unread(Value value) {
    if (value instanceof Value.ListValue list) {
      return new Node.Sequence(
          list.items().stream().map(TermTree::unread).toList(), Entries.NOWHERE);
    }
    if (value instanceof Value.MapValue map) {
      Entries entries = new Entries();
      map.entries().forEach((key, item) -> entries.put(key, unread(item)));
      return entries.node();
    }
    return new Node.Scalar(clear(value), Optional.empty(), Entries.NOWHERE);
  }

  private static Value clear(Value value) {
    if (value.hasSecret() || !value.isKnown()) {
      throw new IllegalArgumentException("a document holds neither secrets nor unknowns");
    }
    return value;
  }

  private static String joined(Term.Text text) {
    StringBuilder joined = new StringBuilder();
    for (Term part : text.parts()) {
      if (part instanceof Term.Computed computed) {
        // A dollar sign right before an expression would escape it.
        if (joined.length() > 0 && joined.charAt(joined.length() - 1) == '$') {
          joined.append("{'$'}");
        }
        joined.append("${").append(computed.expression()).append('}');
      } else if (part instanceof Term.Literal literal
          && literal.value() instanceof Value.TextValue words) {
        joined.append(Escapes.escape(words.text()));
      } else {
        throw new IllegalArgumentException("a text is made of texts and expressions");
      }
    }
    return joined.toString();
  }
}
