package dev.ashlar.plan.object;

import dev.ashlar.graph.Node;
import dev.ashlar.plan.instance.Instance;
import dev.ashlar.plan.question.Observations;
import dev.ashlar.plan.question.PlanFacts;
import dev.ashlar.plan.question.Question;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * Everything that decides what becomes of one declared object.
 *
 * @param node its declaration
 * @param instance which of the declaration's objects
 * @param declared its properties, evaluated; sensitive ones are secret
 * @param lifecycle how it is treated from now on
 * @param whereabouts where it is to live
 * @param dependencies names of what it depends on, to be recorded with it; sorted
 * @param recorded the object that there is
 * @param wish what somebody asked for it
 * @param replacedBelow whether something that it depends on is deleted before it is made anew
 * @param incarnation the number of the next object at its address
 * @param environment the environment's name, for names that the engine makes
 * @param lineage the environment's lineage, which its marks of ownership come from; empty where
 *     nothing is recorded
 * @param refresh the question how the recorded object is now; empty where it is not asked
 * @param observations what was seen of the outside
 * @param facts what the providers say of themselves
 */
public record ObjectInputs(
    Node.ResourceNode node,
    Instance instance,
    Value.MapValue declared,
    StateObject.StoredLifecycle lifecycle,
    Whereabouts whereabouts,
    List<String> dependencies,
    Optional<Recorded> recorded,
    Wish wish,
    boolean replacedBelow,
    int incarnation,
    String environment,
    String lineage,
    Optional<Question> refresh,
    Observations observations,
    PlanFacts facts) {

  /** The same, when one more object has been at its address. */
  ObjectInputs next() {
    return new ObjectInputs(
        node,
        instance,
        declared,
        lifecycle,
        whereabouts,
        dependencies,
        recorded,
        wish,
        replacedBelow,
        incarnation + 1,
        environment,
        lineage,
        refresh,
        observations,
        facts);
  }

  /** Its address. */
  public Address address() {
    return instance.address();
  }

  /** Its schema. */
  public ResourceSchema schema() {
    return node.schema();
  }

  /** Which schema its values are in. */
  StateObject.SchemaStamp stamp() {
    return new StateObject.SchemaStamp(schema().version(), schema().digest());
  }
}
