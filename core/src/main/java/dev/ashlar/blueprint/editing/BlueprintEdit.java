package dev.ashlar.blueprint.editing;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.EnvironmentProblems;
import dev.ashlar.blueprint.ResourceDeclaration;
import dev.ashlar.blueprint.Term;
import dev.ashlar.blueprint.reading.NameCheck;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Suggestion;
import dev.ashlar.value.ValuePath;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The edits of a blueprint's resources. */
public final class BlueprintEdit {
  private BlueprintEdit() {}

  /** Sets or, without a value, removes what a path names in a resource. */
  public static Checked<Blueprint> property(
      Blueprint blueprint, String resource, ValuePath path, Optional<Term> value) {
    return checked(
        () -> {
          ResourceDeclaration old = existing(blueprint, resource);
          Term.Fields properties = new PropertyEdit(path, value).apply(old.properties());
          return blueprint.toBuilder().addResource(with(old, properties)).build();
        });
  }

  private static ResourceDeclaration with(ResourceDeclaration r, Term.Fields properties) {
    return new ResourceDeclaration(
        r.name(),
        r.type(),
        r.provider(),
        properties,
        r.dependsOn(),
        r.when(),
        r.forEach(),
        r.lifecycle(),
        r.canvas(),
        r.place());
  }

  /** Adds a resource. */
  public static Checked<Blueprint> add(Blueprint blueprint, ResourceDeclaration resource) {
    return checked(
        () -> {
          refuseName(blueprint, resource.name());
          return blueprint.toBuilder().addResource(resource).build();
        });
  }

  /** Takes a resource away; what refers to it stays, and is told when the result is planned. */
  public static Checked<Blueprint> remove(Blueprint blueprint, String resource) {
    return checked(
        () -> {
          existing(blueprint, resource);
          return blueprint.toBuilder().removeResource(resource).build();
        });
  }

  /** Gives a resource another name, here and in every reference. */
  public static Checked<Blueprint> rename(Blueprint blueprint, String from, String to) {
    return checked(
        () -> {
          existing(blueprint, from);
          refuseName(blueprint, to);
          return new Rename(from, to).apply(blueprint);
        });
  }

  /** The result, or why there is none. */
  static <T> Checked<T> checked(Supplier<T> edit) {
    try {
      return Checked.of(edit.get());
    } catch (Refused refused) {
      return Checked.refused(
          List.of(Diagnostic.of(EnvironmentProblems.EDIT_REFUSED, refused.detail())));
    }
  }

  private static ResourceDeclaration existing(Blueprint blueprint, String name) {
    ResourceDeclaration resource = blueprint.resources().get(name);
    if (resource == null) {
      throw new Refused(
          "There is no resource \"%s\"%s"
              .formatted(
                  name,
                  Suggestion.closest(name, blueprint.resources().keySet())
                      .map(near -> "; did you mean \"" + near + "\"?")
                      .orElse(".")));
    }
    return resource;
  }

  private static void refuseName(Blueprint blueprint, String name) {
    NameCheck.problem(name, blueprint)
        .ifPresent(
            detail -> {
              throw new Refused(detail);
            });
  }
}
