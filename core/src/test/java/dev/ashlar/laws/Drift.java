package dev.ashlar.laws;

import dev.ashlar.laws.generate.Drawn;
import dev.ashlar.laws.generate.RandomDrift;
import dev.ashlar.laws.rig.Rig;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import dev.ashlar.value.json.ValueJson;
import java.util.List;
import java.util.Random;

/** Lets drift happen to a rig. */
final class Drift {
  private Drift() {}

  /** Something happens to one of the resources, if it exists and has the type that it declares. */
  static void some(Rig rig, Random random, List<Drawn> resources) {
    if (resources.isEmpty()) {
      return;
    }
    Drawn drawn = resources.get(random.nextInt(resources.size()));
    boolean exists =
        rig.state()
            .at(Address.of(drawn.name()))
            .filter(object -> object.type().equals(drawn.type()))
            .filter(object -> rig.cloud.things().containsKey(object.identity().orElse("")))
            .isPresent();
    if (!exists) {
      return;
    }
    new RandomDrift(random)
        .happen(
            drawn.name(),
            rig.cloud.schema(drawn.type()),
            new RandomDrift.Effect() {
              @Override
              public void lost(String address) {
                rig.lose(address);
              }

              @Override
              public void tampered(String address, String property, Value value) {
                rig.tamper(address, property, ValueJson.canonical(value));
              }
            });
  }
}
