package dev.ashlar.blueprint;

import dev.ashlar.diagnostic.Checked;
import java.util.function.Function;

/**
 * An edit of the blueprint, whichever environment it runs in.
 *
 * @param edit the edit
 */
record OfBlueprint(Function<Blueprint, Checked<Blueprint>> edit) implements Edit {
  @Override
  public Checked<Environment> applyTo(Environment environment) {
    return edit.apply(environment.blueprint()).map(environment::blueprint);
  }

  @Override
  public Checked<Blueprint> applyTo(Blueprint blueprint) {
    return edit.apply(blueprint);
  }
}
