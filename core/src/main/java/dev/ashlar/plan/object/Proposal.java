package dev.ashlar.plan.object;

import dev.ashlar.plan.diff.Confidential;
import dev.ashlar.plan.diff.Kept;
import dev.ashlar.plan.diff.Patch;
import dev.ashlar.plan.naming.MadeName;
import dev.ashlar.plan.naming.OwnershipMark;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.completion.Completion;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.List;

/**
 * What an object is to be: the declared values and all that follows from them.
 *
 * @param wanted what is declared, completed by defaults and a name: what is compared
 * @param planned the wanted values with what is kept and the mark of ownership: what is applied
 */
public record Proposal(Value.MapValue wanted, Value.MapValue planned) {

  /** Of a new object. */
  public static Proposal created(
      ResourceSchema schema, Value.MapValue declared, String environment, Address address) {
    Value.MapValue wanted = MadeName.add(schema, completed(schema, declared), environment, address);
    return new Proposal(wanted, OwnershipMark.add(schema, wanted));
  }

  /**
   * Of an object that exists.
   *
   * @param applied what was applied last
   * @param actual what it has
   * @param ignored properties whose changes are left alone
   */
  public static Proposal existing(
      ResourceSchema schema,
      Value.MapValue declared,
      Value.MapValue applied,
      Value.MapValue actual,
      List<ValuePath> ignored) {
    Value.MapValue wanted = wanted(schema, declared, applied);
    Value.MapValue unmarked = OwnershipMark.strip(schema, actual);
    for (ValuePath path : ignored) {
      wanted = Patch.set(wanted, path, path.in(unmarked));
    }
    Value.MapValue planned = Kept.fill(schema, wanted, unmarked);
    return new Proposal(wanted, OwnershipMark.keep(schema, planned, applied));
  }

  /** What is compared of an object that exists, where nothing is ignored. */
  static Value.MapValue wanted(
      ResourceSchema schema, Value.MapValue declared, Value.MapValue applied) {
    return MadeName.keep(schema, completed(schema, declared), applied);
  }

  /** The same, as the connector completed it. */
  public Proposal refined(ResourceSchema schema, Value.MapValue completed) {
    Value.MapValue marked = Confidential.properties(schema, completed);
    Value.MapValue refined = OwnershipMark.strip(schema, marked);
    Value.MapValue compared = refined;
    for (String name : refined.entries().keySet()) {
      boolean kept = !wanted.entries().containsKey(name) && planned.entries().containsKey(name);
      compared = kept ? compared.without(name) : compared;
    }
    return new Proposal(compared, marked);
  }

  private static Value.MapValue completed(ResourceSchema schema, Value.MapValue declared) {
    return Confidential.properties(schema, Completion.complete(schema, declared));
  }
}
