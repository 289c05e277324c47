package dev.ashlar.expression.cel;

import com.google.common.collect.Lists;
import dev.ashlar.cel.common.types.CelType;
import dev.ashlar.cel.common.types.ListType;
import dev.ashlar.cel.common.types.SimpleType;
import dev.ashlar.cel.common.values.CelValue;
import dev.ashlar.value.Value;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.RandomAccess;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list that CEL takes as it is, where it would copy others item by item wherever they pass. Its
 * items become CEL's when they are read, and so one unknown among them does not spoil the others.
 */
@SuppressWarnings("Immutable") // Of CEL's annotation: what it holds does not change.
final class ListView extends CelValue implements List<Object>, RandomAccess {
  private final List<?> raw;
  private final List<Object> items;

  private final @Nullable Inward owner;

  private ListView(List<?> raw, List<Object> items, @Nullable Inward owner) {
    this.raw = raw;
    this.items = items;
    this.owner = owner;
  }

  /** A view of raw items. */
  static ListView of(List<Value> raw, Inward owner, Function<Value, Object> read) {
    return new ListView(raw, Lists.transform(raw, read::apply), owner);
  }

  /** A view of items that are CEL's already. */
  static ListView of(List<Object> items) {
    return new ListView(items, items, null);
  }

  /** One list after another, neither of them read. */
  static ListView concat(List<?> first, List<?> second) {
    List<Object> raw = new ArrayList<>(first.size() + second.size());
    raw.addAll(first instanceof ListView view ? view.raw : first);
    raw.addAll(second instanceof ListView view ? view.raw : second);
    Inward owner = first instanceof ListView view ? view.owner : null;
    if (owner == null && second instanceof ListView view) {
      owner = view.owner;
    }
    int border = first.size();
    List<Object> items =
        new AbstractList<>() {
          @Override
          public Object get(int index) {
            return index < border ? first.get(index) : second.get(index - border);
          }

          @Override
          public int size() {
            return raw.size();
          }
        };
    return new ListView(raw, items, owner);
  }

  /** The evaluation that reading a secret among the items counts in. */
  @Nullable Inward owner() {
    return owner;
  }

  /** The items as they are, not read. */
  List<?> raw() {
    return raw;
  }

  @Override
  public Object value() {
    return this;
  }

  @Override
  public boolean isZeroValue() {
    return raw.isEmpty();
  }

  @Override
  public CelType celType() {
    return ListType.create(SimpleType.DYN);
  }

  @Override
  public int size() {
    return items.size();
  }

  @Override
  public boolean isEmpty() {
    return items.isEmpty();
  }

  @Override
  public boolean contains(Object item) {
    return items.contains(item);
  }

  @Override
  public Iterator<Object> iterator() {
    return items.iterator();
  }

  @Override
  public Object[] toArray() {
    return items.toArray();
  }

  @Override
  public <T> T[] toArray(T[] array) {
    return items.toArray(array);
  }

  @Override
  public boolean add(Object item) {
    return items.add(item);
  }

  @Override
  public boolean remove(Object item) {
    return items.remove(item);
  }

  @Override
  public boolean containsAll(Collection<?> others) {
    return items.containsAll(others);
  }

  @Override
  public boolean addAll(Collection<?> others) {
    return items.addAll(others);
  }

  @Override
  public boolean addAll(int index, Collection<?> others) {
    return items.addAll(index, others);
  }

  @Override
  public boolean removeAll(Collection<?> others) {
    return items.removeAll(others);
  }

  @Override
  public boolean retainAll(Collection<?> others) {
    return items.retainAll(others);
  }

  @Override
  public void clear() {
    items.clear();
  }

  @Override
  public Object get(int index) {
    return items.get(index);
  }

  @Override
  public Object set(int index, Object item) {
    return items.set(index, item);
  }

  @Override
  public void add(int index, Object item) {
    items.add(index, item);
  }

  @Override
  public Object remove(int index) {
    return items.remove(index);
  }

  @Override
  public int indexOf(Object item) {
    return items.indexOf(item);
  }

  @Override
  public int lastIndexOf(Object item) {
    return items.lastIndexOf(item);
  }

  @Override
  public ListIterator<Object> listIterator() {
    return items.listIterator();
  }

  @Override
  public ListIterator<Object> listIterator(int index) {
    return items.listIterator(index);
  }

  @Override
  public List<Object> subList(int from, int to) {
    return items.subList(from, to);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  /** Says nothing of the items: CEL prints arguments in its messages. */
  @Override
  public String toString() {
    return "list";
  }
}
