package dev.ashlar.expression.cel;

import dev.ashlar.cel.common.types.CelType;
import dev.ashlar.cel.common.types.ListType;
import dev.ashlar.cel.common.types.SimpleType;
import dev.ashlar.cel.common.values.CelValue;
import java.util.ArrayList;
import java.util.List;

/** What {@code map} and {@code filter} gather: CEL's own way copies the list for every item. */
@SuppressWarnings("Immutable") // Of CEL's annotation: it lives within one loop.
final class Accumulator extends CelValue {
  private final List<Object> items = new ArrayList<>();

  Accumulator append(Object item) {
    items.add(item);
    return this;
  }

  ListView done() {
    return ListView.of(items);
  }

  @Override
  public Object value() {
    return this;
  }

  @Override
  public boolean isZeroValue() {
    return items.isEmpty();
  }

  @Override
  public CelType celType() {
    return ListType.create(SimpleType.DYN);
  }

  @Override
  public String toString() {
    return "list";
  }
}
