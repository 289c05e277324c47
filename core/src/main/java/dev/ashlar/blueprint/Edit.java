package dev.ashlar.blueprint;

import dev.ashlar.blueprint.editing.BlueprintEdit;
import dev.ashlar.blueprint.editing.SettingEdit;
import dev.ashlar.blueprint.reading.TextReader;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.Optional;

/**
 * One edit of a blueprint, as a canvas makes it. Made by the factories only; applying it changes
 * nothing but the copy that it returns.
 *
 * @since 0.1
 */
public sealed interface Edit permits OfBlueprint, OfSetting {

  /** The environment with the edit: its parameters and flags, or its blueprint. */
  Checked<Environment> applyTo(Environment environment);

  /** The blueprint with the edit; a parameter or flag gets another default. */
  Checked<Blueprint> applyTo(Blueprint blueprint);

  /**
   * Sets a property of a resource to a value.
   *
   * @param property a path: {@code Tags[0].Value}; what is missing on the way is made
   */
  static Edit set(String resource, String property, Value value) {
    return set(resource, TextReader.path(property), Term.of(value, Place.inCode(resource)));
  }

  /**
   * Sets a property of a resource to what a document would say: a text that may hold expressions.
   *
   * @param property a path: {@code Tags[0].Value}; what is missing on the way is made
   * @param text as in a document: {@code ${key.Arn}}, {@code orders-${env.name}}
   * @throws IllegalArgumentException if an expression in it does not end
   */
  static Edit setText(String resource, String property, String text) {
    return set(resource, TextReader.path(property), TextReader.term(text, Place.inCode(resource)));
  }

  /** Sets a property of a resource to a term. */
  static Edit set(String resource, ValuePath property, Term value) {
    return new OfBlueprint(
        blueprint -> BlueprintEdit.property(blueprint, resource, property, Optional.of(value)));
  }

  /**
   * Removes a property of a resource.
   *
   * @param property a path: {@code Tags[0].Value}
   */
  static Edit unset(String resource, String property) {
    ValuePath path = TextReader.path(property);
    return new OfBlueprint(
        blueprint -> BlueprintEdit.property(blueprint, resource, path, Optional.empty()));
  }

  /** Adds a resource. */
  static Edit add(ResourceDeclaration resource) {
    return new OfBlueprint(blueprint -> BlueprintEdit.add(blueprint, resource));
  }

  /** Takes a resource away. What still refers to it is told when the result is planned. */
  static Edit remove(String resource) {
    return new OfBlueprint(blueprint -> BlueprintEdit.remove(blueprint, resource));
  }

  /**
   * Gives a resource another name, in its declaration, in every reference and by a {@code moved}
   * entry, so that its objects stay. Refused where a variable of the same name hides it.
   */
  static Edit rename(String resource, String name) {
    return new OfBlueprint(blueprint -> BlueprintEdit.rename(blueprint, resource, name));
  }

  /** Sets a parameter. */
  static Edit parameter(String name, Value value) {
    return new OfSetting(
        environment -> SettingEdit.parameter(environment, name, value),
        blueprint -> SettingEdit.parameter(blueprint, name, value));
  }

  /** Sets a flag. */
  static Edit flag(String name, boolean on) {
    return new OfSetting(
        environment -> SettingEdit.flag(environment, name, on),
        blueprint -> SettingEdit.flag(blueprint, name, on));
  }
}
