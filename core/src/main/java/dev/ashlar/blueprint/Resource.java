package dev.ashlar.blueprint;

import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A declared resource: name, type, properties, life cycle, and the canvas element that it came
 * from. Immutable; withers return copies. Names and types are checked by the engine, all at once.
 *
 * @since 0.1
 */
public final class Resource implements Declared {
  private final ResourceDeclaration declaration;

  private Resource(ResourceDeclaration declaration) {
    this.declaration = declaration;
  }

  /** A resource of which nothing is set yet. */
  public static Resource named(String name, String type) {
    Place place = CallSite.here();
    return new Resource(
        new ResourceDeclaration(
            name,
            type,
            Optional.empty(),
            Term.Fields.empty(place),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Lifecycle.DEFAULT,
            Optional.empty(),
            place));
  }

  /** The same, with a property set. */
  public Resource property(String property, Input<?> value) {
    CallSite here = CallSite.here();
    Term.Fields old = declaration.properties();
    TreeMap<String, Term> fields = new TreeMap<>(old.fields());
    TreeMap<String, Place> places = new TreeMap<>(old.places());
    fields.put(property, here.place(value.term()));
    places.put(property, here);
    return with(copy -> copy.properties = new Term.Fields(fields, places, old.place()));
  }

  /**
   * The same, with a property set to a text.
   *
   * @throws IllegalArgumentException if the text holds <code>${</code>: see {@link Expression}
   */
  public Resource property(String property, String value) {
    return property(property, Expression.literal(value));
  }

  /** The same, with a property set to a number. */
  public Resource property(String property, long value) {
    return property(property, Expression.literal(value));
  }

  /** The same, with a property set to a boolean. */
  public Resource property(String property, boolean value) {
    return property(property, Expression.literal(value));
  }

  /** The same, with a property set to a value as it is. */
  public Resource property(String property, Value value) {
    return property(property, Expression.literal(value));
  }

  /** The same, served by this configuration of its provider. */
  public Resource provider(String configuration) {
    return with(copy -> copy.provider = Optional.of(configuration));
  }

  /** The same, drawn as this element of a canvas: it is named in every diagnostic and change. */
  public Resource canvas(String element) {
    return with(copy -> copy.canvas = Optional.of(element));
  }

  /** The same, depending on others where no reference says it. */
  public Resource dependsOn(Declared... others) {
    Resource result = this;
    for (Declared other : others) {
      result = result.dependsOn(other.declare().name());
    }
    return result;
  }

  /** The same, depending on something of this name where no reference says it. */
  public Resource dependsOn(String name) {
    List<ResourceDeclaration.NameReference> all = new ArrayList<>(declaration.dependsOn());
    all.add(new ResourceDeclaration.NameReference(name, CallSite.here()));
    return with(copy -> copy.dependsOn = all);
  }

  /** The same, part of the graph only if this is true. */
  public Resource when(Input<Boolean> condition) {
    Term placed = CallSite.here().place(condition.term());
    return with(copy -> copy.when = Optional.of(placed));
  }

  /** The same, one instance for each of these texts. */
  public Resource forEach(Input<? extends Collection<String>> keys) {
    Term placed = CallSite.here().place(keys.term());
    return with(copy -> copy.forEach = Optional.of(placed));
  }

  /** The same, one instance for each of these texts. */
  public Resource forEach(Collection<String> keys) {
    List<Input<String>> items = new ArrayList<>();
    keys.forEach(key -> items.add(Expression.literal(key)));
    return forEach(Expression.list(items));
  }

  /** The same, one instance for each entry of a map. */
  public Resource forEachEntry(Input<? extends Map<String, ?>> entries) {
    Term placed = CallSite.here().place(entries.term());
    return with(copy -> copy.forEach = Optional.of(placed));
  }

  /** The same; deleting or replacing it is refused. */
  public Resource preventDestroy() {
    return preventDestroy(Expression.literal(true));
  }

  /** The same; deleting or replacing it is refused while this is true. */
  public Resource preventDestroy(Input<Boolean> condition) {
    Term placed = CallSite.here().place(condition.term());
    return lifecycle(copy -> copy.preventDestroy = Optional.of(placed));
  }

  /** The same; a replacement is made before the old one goes. */
  public Resource createBeforeDestroy() {
    return lifecycle(copy -> copy.createBeforeDestroy = Optional.of(true));
  }

  /**
   * The same; changes of these properties are left alone.
   *
   * @throws IllegalArgumentException if a reference is not to this resource
   */
  public Resource ignoring(Ref<?, ?>... properties) {
    Resource result = this;
    for (Ref<?, ?> property : properties) {
      if (!property.resource().equals(name())) {
        throw new IllegalArgumentException(
            name() + " can ignore changes of its own properties, and not " + property);
      }
      result = result.ignoring(property.path());
    }
    return result;
  }

  /** The same; changes of this property are left alone. */
  public Resource ignoring(ValuePath property) {
    return lifecycle(copy -> copy.ignoreChanges.add(property));
  }

  /** The same; the object stays in the cloud when the declaration goes. */
  public Resource retained() {
    return lifecycle(copy -> copy.onRemove = Lifecycle.OnRemove.RETAIN);
  }

  /** The same, with whose the object is. */
  public Resource ownership(Lifecycle.Ownership whose) {
    return lifecycle(copy -> copy.ownership = whose);
  }

  /** Its name in the blueprint. */
  public String name() {
    return declaration.name();
  }

  /** Its type. */
  public String type() {
    return declaration.type();
  }

  /** The declaration, as a blueprint holds it. */
  public ResourceDeclaration declaration() {
    return declaration;
  }

  @Override
  public Resource declare() {
    return this;
  }

  @Override
  public String toString() {
    return name() + ": " + type();
  }

  private interface Change<T> {
    void apply(T copy);
  }

  private Resource with(Change<Copy> change) {
    Copy copy = new Copy(declaration);
    change.apply(copy);
    return new Resource(copy.declaration());
  }

  private Resource lifecycle(Change<Cycle> change) {
    Cycle cycle = new Cycle(declaration.lifecycle());
    change.apply(cycle);
    return with(copy -> copy.lifecycle = cycle.lifecycle());
  }

  /** A declaration under change. */
  private static final class Copy {
    private final ResourceDeclaration old;
    private Optional<String> provider;
    private Term.Fields properties;
    private List<ResourceDeclaration.NameReference> dependsOn;
    private Optional<Term> when;
    private Optional<Term> forEach;
    private Lifecycle lifecycle;
    private Optional<String> canvas;

    Copy(ResourceDeclaration old) {
      this.old = old;
      provider = old.provider();
      properties = old.properties();
      dependsOn = old.dependsOn();
      when = old.when();
      forEach = old.forEach();
      lifecycle = old.lifecycle();
      canvas = old.canvas();
    }

    ResourceDeclaration declaration() {
      return new ResourceDeclaration(
          old.name(),
          old.type(),
          provider,
          properties,
          dependsOn,
          when,
          forEach,
          lifecycle,
          canvas,
          old.place());
    }
  }

  /** A life cycle under change. */
  private static final class Cycle {
    private Optional<Term> preventDestroy;
    private Optional<Boolean> createBeforeDestroy;
    private final List<ValuePath> ignoreChanges;
    private Lifecycle.OnRemove onRemove;
    private Lifecycle.Ownership ownership;

    Cycle(Lifecycle old) {
      preventDestroy = old.preventDestroy();
      createBeforeDestroy = old.createBeforeDestroy();
      ignoreChanges = new ArrayList<>(old.ignoreChanges());
      onRemove = old.onRemove();
      ownership = old.ownership();
    }

    Lifecycle lifecycle() {
      return new Lifecycle(preventDestroy, createBeforeDestroy, ignoreChanges, onRemove, ownership);
    }
  }
}
