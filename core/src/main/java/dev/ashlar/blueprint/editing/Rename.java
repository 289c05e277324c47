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
import java.util.TreeMap;

/** Gives a resource another name everywhere, and says that its objects moved with it. */
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
    return new LocalDeclaration(local.name(), term(local.value()), local.place());
  }

  private ProviderDeclaration provider(ProviderDeclaration p) {
    return new ProviderDeclaration(p.provider(), p.alias(), fields(p.configuration()), p.place());
  }

  private LookupDeclaration lookup(LookupDeclaration l) {
    return new LookupDeclaration(
        l.name(), l.type(), l.provider(), fields(l.where()), l.expect(), l.canvas(), l.place());
  }

  private OutputDeclaration output(OutputDeclaration o) {
    return new OutputDeclaration(
        o.name(), term(o.value()), o.sensitive(), o.description(), o.place());
  }

  private ResourceDeclaration resource(ResourceDeclaration r) {
    Lifecycle lifecycle = r.lifecycle();
    return new ResourceDeclaration(
        r.name().equals(from) ? to : r.name(),
        r.type(),
        r.provider(),
        fields(r.properties()),
        names(r.dependsOn()),
        r.when().map(this::term),
        r.forEach().map(this::term),
        new Lifecycle(
            lifecycle.preventDestroy().map(this::term),
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
    TreeMap<String, Term> renamed = new TreeMap<>();
    fields.fields().forEach((key, field) -> renamed.put(key, term(field)));
    return new Term.Fields(renamed, fields.places(), fields.place());
  }

  private Term term(Term term) {
    if (term instanceof Term.Computed computed) {
      String renamed = expressions.rename(computed.expression());
      return renamed.equals(computed.expression())
          ? computed
          : new Term.Computed(renamed, computed.offset(), Place.of(computed.place().start()));
    }
    if (term instanceof Term.Text text) {
      return new Term.Text(text.parts().stream().map(this::term).toList(), text.place());
    }
    if (term instanceof Term.Items items) {
      return new Term.Items(items.items().stream().map(this::term).toList(), items.place());
    }
    return term instanceof Term.Fields fields ? fields(fields) : term;
  }
}
