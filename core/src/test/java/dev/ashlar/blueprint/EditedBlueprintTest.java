package dev.ashlar.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A blueprint and what is made of it share what is the same, and nothing that changes. */
class EditedBlueprintTest {
  private static final Place HERE = Place.inCode("test");

  @Test
  void whatABuilderGaveAwayStaysAsItWas() {
    Blueprint.Builder builder = Blueprint.named("orders").addResource(resource("a"));
    Blueprint first = builder.build();

    builder.addResource(resource("b")).removeResource("a").addFlag(flag("f"));
    Blueprint second = builder.build();

    assertThat(first.resources()).containsOnlyKeys("a");
    assertThat(first.flags()).isEmpty();
    assertThat(second.resources()).containsOnlyKeys("b");
    assertThat(second.flags()).containsOnlyKeys("f");
  }

  @Test
  void whatABlueprintIsMadeIntoLeavesItAlone() {
    Blueprint before =
        Blueprint.named("orders").addResource(resource("a")).addFlag(flag("f")).build();

    Blueprint after = before.toBuilder().addResource(resource("b")).build();

    assertThat(before.resources()).containsOnlyKeys("a");
    assertThat(after.resources()).containsOnlyKeys("a", "b");
    assertThat(after.resources().get("a")).isSameAs(before.resources().get("a"));
    assertThat(after.flags()).isSameAs(before.flags());
  }

  @Test
  void takingOutWhatIsNotThereCopiesNothing() {
    Blueprint before = Blueprint.named("orders").addResource(resource("a")).build();

    Blueprint after = before.toBuilder().removeResource("b").build();

    assertThat(after.resources()).isSameAs(before.resources());
  }

  private static FlagDeclaration flag(String name) {
    return new FlagDeclaration(name, false, "", HERE);
  }

  private static ResourceDeclaration resource(String name) {
    return new ResourceDeclaration(
        name,
        "memory::Value",
        Optional.empty(),
        Term.Fields.empty(HERE),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Lifecycle.DEFAULT,
        Optional.empty(),
        HERE);
  }
}
