package dev.ashlar.blueprint.writer;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.ComponentDeclaration;
import dev.ashlar.blueprint.FlagDeclaration;
import dev.ashlar.blueprint.Lifecycle;
import dev.ashlar.blueprint.LookupDeclaration;
import dev.ashlar.blueprint.MovedDeclaration;
import dev.ashlar.blueprint.OutputDeclaration;
import dev.ashlar.blueprint.ResourceDeclaration;
import dev.ashlar.blueprint.Term;
import dev.ashlar.blueprint.source.Node;
import java.util.Optional;

/** A blueprint as the tree of its document, sections in the order of the reference. */
public final class BlueprintTree {
  private BlueprintTree() {}

  /** The tree. */
  public static Node of(Blueprint blueprint) {
    Entries metadata = new Entries().text("name", blueprint.name());
    if (!blueprint.version().equals("0.0.0")) {
      metadata.text("version", blueprint.version());
    }
    return new Entries()
        .text("apiVersion", "ashlar.dev/v1")
        .text("kind", "Blueprint")
        .put("metadata", metadata.node())
        .all("parameters", blueprint.parameters(), ParameterTree::of)
        .all("flags", blueprint.flags(), BlueprintTree::flag)
        .all("locals", blueprint.locals(), local -> TermTree.of(local.value()))
        .all("providers", blueprint.providers(), p -> TermTree.of(p.configuration()))
        .all("lookups", blueprint.lookups(), BlueprintTree::lookup)
        .all(
            "imports",
            blueprint.imports(),
            other -> new Entries().text("environment", other.environment()).node())
        .all("resources", blueprint.resources(), BlueprintTree::resource)
        .all("components", blueprint.components(), BlueprintTree::component)
        .list("moved", blueprint.moved(), BlueprintTree::moved)
        .all("outputs", blueprint.outputs(), BlueprintTree::output)
        .node();
  }

  private static Node flag(FlagDeclaration flag) {
    Entries entries = new Entries().bool("default", flag.defaultValue());
    if (!flag.description().isEmpty()) {
      entries.text("description", flag.description());
    }
    return entries.node();
  }

  private static Node lookup(LookupDeclaration lookup) {
    Entries entries = new Entries().text("type", lookup.type()).text("provider", lookup.provider());
    fields(entries, "where", lookup.where());
    if (lookup.expect() != LookupDeclaration.Expect.ONE) {
      entries.put("expect", Words.of(lookup.expect()));
    }
    return source(entries, lookup.canvas());
  }

  private static Node resource(ResourceDeclaration resource) {
    Entries entries =
        new Entries().text("type", resource.type()).text("provider", resource.provider());
    fields(entries, "properties", resource.properties());
    entries
        .list("dependsOn", resource.dependsOn(), name -> Entries.text(name.name()))
        .optional("when", resource.when().map(TermTree::of))
        .optional("forEach", resource.forEach().map(TermTree::of));
    Entries lifecycle = lifecycle(resource.lifecycle());
    if (!lifecycle.isEmpty()) {
      entries.put("lifecycle", lifecycle.node());
    }
    return source(entries, resource.canvas());
  }

  private static Node component(ComponentDeclaration component) {
    Entries entries = new Entries().text("template", component.template());
    fields(entries, "parameters", component.parameters());
    entries
        .list("dependsOn", component.dependsOn(), name -> Entries.text(name.name()))
        .optional("when", component.when().map(TermTree::of))
        .optional("forEach", component.forEach().map(TermTree::of))
        .all("providers", component.providers(), Entries::text);
    return source(entries, component.canvas());
  }

  private static void fields(Entries entries, String key, Term.Fields fields) {
    if (!fields.fields().isEmpty()) {
      entries.put(key, TermTree.of(fields));
    }
  }

  private static Entries lifecycle(Lifecycle lifecycle) {
    Entries entries =
        new Entries().optional("preventDestroy", lifecycle.preventDestroy().map(TermTree::of));
    lifecycle.createBeforeDestroy().ifPresent(b -> entries.bool("createBeforeDestroy", b));
    entries.list(
        "ignoreChanges",
        lifecycle.ignoreChanges(),
        path -> Entries.text(Escapes.escape(path.toString())));
    if (lifecycle.onRemove() != Lifecycle.OnRemove.DELETE) {
      entries.put("onRemove", Words.of(lifecycle.onRemove()));
    }
    if (lifecycle.ownership() != Lifecycle.Ownership.MANAGE) {
      entries.put("ownership", Words.of(lifecycle.ownership()));
    }
    return entries;
  }

  private static Node moved(MovedDeclaration move) {
    return new Entries()
        .text("from", move.from().toString())
        .text("to", move.to().toString())
        .node();
  }

  private static Node output(OutputDeclaration output) {
    Entries entries = new Entries().put("value", TermTree.of(output.value()));
    if (output.sensitive()) {
      entries.bool("sensitive", true);
    }
    if (!output.description().isEmpty()) {
      entries.text("description", output.description());
    }
    return entries.node();
  }

  private static Node source(Entries entries, Optional<String> canvas) {
    canvas.ifPresent(
        element -> entries.put("source", new Entries().text("canvas", element).node()));
    return entries.node();
  }
}
