package dev.ashlar.blueprint;

import dev.ashlar.diagnostic.Checked;
import java.util.function.Function;

/**
 * An edit of what an environment sets.
 *
 * @param environment the edit there
 * @param blueprint the edit of the default
 */
record OfSetting(
    Function<Environment, Checked<Environment>> environment,
    Function<Blueprint, Checked<Blueprint>> blueprint)
    implements Edit {
  @Override
  public Checked<Environment> applyTo(Environment target) {
    return environment.apply(target);
  }

  @Override
  public Checked<Blueprint> applyTo(Blueprint target) {
    return blueprint.apply(target);
  }
}
