package dev.ashlar.laws.generate;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.value.Value;
import java.util.List;
import java.util.Random;

/** What others do behind the engine's back. */
public final class RandomDrift {
  /** Takes what happens. */
  public interface Effect {
    /** An object is gone. */
    void lost(String address);

    /** A property is otherwise; null where it is gone. */
    void tampered(String address, String property, Value value);
  }

  private final Random random;
  private final RandomValues values;

  /** Drift from a seed. */
  public RandomDrift(Random random) {
    this.random = random;
    this.values = new RandomValues(random);
  }

  /** Something happens to the object of a type at an address. */
  public void happen(String address, ResourceSchema type, Effect effect) {
    if (random.nextInt(5) == 0) {
      effect.lost(address);
      return;
    }
    List<Attribute> visible =
        type.properties().values().stream().filter(each -> !each.writeOnly()).toList();
    Attribute attribute = visible.get(random.nextInt(visible.size()));
    boolean gone = random.nextInt(4) == 0;
    effect.tampered(address, attribute.name(), gone ? Value.NULL : values.of(attribute));
  }
}
