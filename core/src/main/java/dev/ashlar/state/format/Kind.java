package dev.ashlar.state.format;

import dev.ashlar.state.StateObject;
import org.jspecify.annotations.Nullable;

/**
 * What many objects have in common. It is written once and then called by a number.
 *
 * @param type the resource type
 * @param home the provider's configuration and scope
 * @param schema the schema that values are in
 */
record Kind(String type, StateObject.Home home, StateObject.SchemaStamp schema) {

  static Kind of(StateObject object) {
    return new Kind(object.type(), object.home(), object.schema());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Kind that
        && type.equals(that.type)
        && home.equals(that.home)
        && schema.equals(that.schema);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * type.hashCode() + home.configuration().hashCode())
        + schema.digest().hashCode();
  }
}
