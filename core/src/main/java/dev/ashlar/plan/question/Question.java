package dev.ashlar.plan.question;

import dev.ashlar.blueprint.LookupDeclaration;
import dev.ashlar.diagnostic.Diagnostic.Location;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import java.util.Optional;

/**
 * What the planner must know before it can go on. Equal questions have equal answers in one plan.
 */
public sealed interface Question {

  /**
   * How an object is now.
   *
   * @param object the object as recorded
   * @param configuration the configuration of its provider to ask with
   */
  record Refresh(StateObject object, Value.MapValue configuration) implements Question {
    /** Of the object's name only: its values are many, and are hashed for every object. */
    @Override
    public int hashCode() {
      return object.id().hashCode();
    }
  }

  /**
   * Which objects there are.
   *
   * @param lookup the lookup's name
   * @param type the resource type
   * @param home where to look
   * @param configuration the configuration of its provider to ask with
   * @param where attributes that must be equal
   * @param expect how many there are to be
   * @param location where it is declared, for messages
   */
  record Search(
      String lookup,
      String type,
      StateObject.Home home,
      Value.MapValue configuration,
      Value.MapValue where,
      LookupDeclaration.Expect expect,
      Optional<Location> location)
      implements Question {}

  /**
   * Whether an object exists that is to be adopted, observed or imported.
   *
   * @param address the address that it is to have
   * @param type the resource type
   * @param home where to look
   * @param configuration the configuration of its provider to ask with
   * @param identity the provider's identifier, where it is known
   * @param properties what is declared, which finds it by the type's identity otherwise
   */
  record Existing(
      Address address,
      String type,
      StateObject.Home home,
      Value.MapValue configuration,
      Optional<String> identity,
      Value.MapValue properties)
      implements Question {}

  /**
   * What a connector knows more of a plan.
   *
   * @param address the address
   * @param type the resource type
   * @param home where it lives
   * @param configuration the configuration of its provider to ask with
   * @param declared what the user declared
   * @param prior what the object is; empty for a new one
   * @param proposed the declared values completed
   * @param opaque bytes kept with the object
   */
  record Refine(
      Address address,
      String type,
      StateObject.Home home,
      Value.MapValue configuration,
      Value.MapValue declared,
      Optional<Value.MapValue> prior,
      Value.MapValue proposed,
      Bytes opaque)
      implements Question {}
}
