package dev.ashlar.blueprint.editing;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.ComponentDeclaration;
import dev.ashlar.blueprint.Lifecycle;
import dev.ashlar.blueprint.LocalDeclaration;
import dev.ashlar.blueprint.LookupDeclaration;
import dev.ashlar.blueprint.MovedDeclaration;
import dev.ashlar.blueprint.OutputDeclaration;
import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.ProviderDeclaration;
import dev.ashlar.blueprint.ResourceDeclaration;
import dev.ashlar.blueprint.ResourceDeclaration.NameReference;
import dev.ashlar.blueprint.Term;
import dev.ashlar.value.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gives a resource another name everywhere, and says that its objects moved with it. What does not
 * mention it stays the very object that it is.
 */
@SuppressWarnings("ReferenceEquality") // whether anything changed is told by the object
final class Rename {
  private final String from;
  private final String to;
  private final NameInExpression expressions;

  Rename(String from, String to) {
    this.from = from;
    this.to = to;
    this.expressions = new NameInExpression(from, to);
  }

  Blueprint apply(Blueprint old) {
    Blueprint.Builder renamed =
        Blueprint.named(old.name()).version(old.version()).place(old.place());
    old.parameters().values().forEach(renamed::addParameter);
    old.flags().values().forEach(renamed::addFlag);
    old.locals().values().forEach(local -> renamed.addLocal(local(local)));
    old.providers().values().forEach(p -> renamed.addProvider(provider(p)));
    old.lookups().values().forEach(lookup -> renamed.addLookup(lookup(lookup)));
    old.imports().values().forEach(renamed::addImport);
    old.resources().values().forEach(resource -> renamed.addResource(resource(resource)));
    old.components().values().forEach(c -> renamed.addComponent(component(c)));
    old.moved().forEach(move -> renamed.addMoved(moved(move)));
    renamed.addMoved(new MovedDeclaration(Address.of(from), Address.of(to), old.place()));
    old.outputs().values().forEach(output -> renamed.addOutput(output(output)));
    return renamed.build();
  }

  private LocalDeclaration local(LocalDeclaration local) {
    Term value = term(local.value());
    return value == local.value()
        ? local
        : new LocalDeclaration(local.name(), value, local.place());
  }

  private ProviderDeclaration provider(ProviderDeclaration p) {
    Term.Fields configuration = fields(p.configuration());
    return configuration == p.configuration()
        ? p
        : new ProviderDeclaration(p.provider(), p.alias(), configuration, p.place());
  }

  private LookupDeclaration lookup(LookupDeclaration l) {
    Term.Fields where = fields(l.where());
    return where == l.where()
        ? l
        : new LookupDeclaration(
            l.name(), l.type(), l.provider(), where, l.expect(), l.canvas(), l.place());
  }

  private OutputDeclaration output(OutputDeclaration o) {
    Term value = term(o.value());
    return value == o.value()
        ? o
        : new OutputDeclaration(o.name(), value, o.sensitive(), o.description(), o.place());
  }

  private ResourceDeclaration resource(ResourceDeclaration r) {
    Term.Fields properties = fields(r.properties());
    Optional<Term> when = r.when().map(this::term);
    Optional<Term> forEach = r.forEach().map(this::term);
    Optional<Term> preventDestroy = r.lifecycle().preventDestroy().map(this::term);
    boolean same =
        !r.name().equals(from)
            && properties == r.properties()
            && when.equals(r.when())
            && forEach.equals(r.forEach())
            && preventDestroy.equals(r.lifecycle().preventDestroy())
            && r.dependsOn().stream().noneMatch(name -> name.name().equals(from));
    if (same) {
      return r;
    }
    Lifecycle lifecycle = r.lifecycle();
    return new ResourceDeclaration(
        r.name().equals(from) ? to : r.name(),
        r.type(),
        r.provider(),
        properties,
        names(r.dependsOn()),
        when,
        forEach,
        new Lifecycle(
            preventDestroy,
            lifecycle.createBeforeDestroy(),
            lifecycle.ignoreChanges(),
            lifecycle.onRemove(),
            lifecycle.ownership()),
        r.canvas(),
        r.place());
  }

  private ComponentDeclaration component(ComponentDeclaration c) {
    return new ComponentDeclaration(
        c.name(),
        c.template(),
        fields(c.parameters()),
        names(c.dependsOn()),
        c.when().map(this::term),
        c.forEach().map(this::term),
        c.providers(),
        c.canvas(),
        c.place());
  }

  /** What had moved to the old name has now moved to the new one. */
  private MovedDeclaration moved(MovedDeclaration move) {
    Address.Segment root = move.to().segments().get(0);
    if (!root.name().equals(from)) {
      return move;
    }
    List<Address.Segment> segments = new ArrayList<>(move.to().segments());
    segments.set(0, new Address.Segment(to, root.key()));
    return new MovedDeclaration(move.from(), new Address(segments), move.place());
  }

  private List<NameReference> names(List<NameReference> names) {
    return names.stream()
        .map(name -> new NameReference(name.name().equals(from) ? to : name.name(), name.place()))
        .toList();
  }

  private Term.Fields fields(Term.Fields fields) {
    @Nullable TreeMap<String, Term> renamed = null;
    for (Map.Entry<String, Term> field : fields.fields().entrySet()) {
      Term term = term(field.getValue());
      if (term != field.getValue()) {
        renamed = renamed == null ? new TreeMap<>(fields.fields()) : renamed;
        renamed.put(field.getKey(), term);
      }
    }
    return renamed == null ? fields : new Term.Fields(renamed, fields.places(), fields.place());
  }

  /** The very term, where no reference in it is to what is renamed. */
  private Term term(Term term) {
    if (term instanceof Term.Computed computed) {
      String renamed = expressions.rename(computed.expression());
      return renamed.equals(computed.expression())
          ? computed
          : new Term.Computed(renamed, computed.offset(), Place.of(computed.place().start()));
    }
    if (term instanceof Term.Text text) {
      List<Term> parts = terms(text.parts());
      return parts == text.parts() ? text : new Term.Text(parts, text.place());
    }
    if (term instanceof Term.Items items) {
      List<Term> renamed = terms(items.items());
      return renamed == items.items() ? items : new Term.Items(renamed, items.place());
    }
    return term instanceof Term.Fields fields ? fields(fields) : term;
  }

  private List<Term> terms(List<Term> terms) {
    List<Term> renamed = new ArrayList<>(terms.size());
    boolean same = true;
    for (Term term : terms) {
      Term after = term(term);
      same &= after == term;
      renamed.add(after);
    }
    return same ? terms : renamed;
  }
}
