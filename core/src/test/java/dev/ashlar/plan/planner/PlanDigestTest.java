package dev.ashlar.plan.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.digest.PlanDigest;
import dev.ashlar.state.State;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** What a plan's digest depends on, and what not. */
class PlanDigestTest {
  private static final String BODY =
      """
      lookups: { seen: { type: t::Box, where: { Name: seen } } }
      resources:
        net: { type: t::Net, properties: { Range: a } }
        box: { type: t::Box, properties: { Name: b, Net: "${net.NetId}", Peer: "${seen.Arn}", Token: s, Labels: { i: x, I: y } } }
      outputs: { arn: { value: "${box.Arn}" } }
      """;

  private static World world(String body) {
    World world = new World();
    world.cloud.create("t::Box", Value.map(Map.of("Name", Value.of("seen"))));
    return world.declare(body);
  }

  @Test
  void theSameInputsGiveTheSameDigest() {
    assertThat(world(BODY).plan().digest()).hasSize(64).isEqualTo(world(BODY).plan().digest());
  }

  @Test
  void languageAndTimeZoneOfTheMachineDoNotCount() {
    String digest = world(BODY).plan().digest();
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (String tag : new String[] {"tr-TR", "ar-EG", "ja-JP"}) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        assertThat(world(BODY).plan().digest()).as(tag).isEqualTo(digest);
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void theOrderOfTheDocumentDoesNotChangeWhatIsDone() {
    World world = world(BODY);
    Blueprint blueprint = world.environment().blueprint();
    Random random = new Random(7);
    for (int i = 0; i < 5; i++) {
      Blueprint.Builder shuffled = Blueprint.named("shop").version("1.0.0");
      List<String> names = new ArrayList<>(blueprint.resources().keySet());
      Collections.shuffle(names, random);
      names.forEach(name -> shuffled.addResource(blueprint.resources().get(name)));
      blueprint.lookups().values().forEach(shuffled::addLookup);
      blueprint.outputs().values().forEach(shuffled::addOutput);
      assertThat(world(BODY).blueprint(shuffled.build()).plan().digest())
          .isEqualTo(world.plan().digest());
    }
  }

  @Test
  void placesInTheDocumentAndTheCanvasDoNotCount() {
    String moved = "\n\n" + BODY.replace("net: { type", "net: { source: { canvas: n-1 }, type");
    assertThat(world(moved).plan().digest()).isEqualTo(world(BODY).plan().digest());
  }

  @Test
  void theLineageDoesNotCount() {
    World world = world("resources: { it: { type: t::Named, properties: { Text: a } } }\n");
    String digest = world.plan().digest();
    world.state = State.empty(world.state.environment(), "another");
    assertThat(world.plan().digest()).isEqualTo(digest);
  }

  @Test
  void secretsDoNotCountOnlyThatTheyAre() {
    assertThat(world(BODY.replace("Token: s", "Token: t")).plan().digest())
        .isEqualTo(world(BODY).plan().digest());
    assertThat(world(BODY.replace("Token: s, ", "")).plan().digest())
        .isNotEqualTo(world(BODY).plan().digest());
  }

  @Test
  void volatileOutputsThatNothingReadDoNotCount() {
    World world = world(BODY);
    world.apply();
    world.declare(BODY.replace("Peer: ", "Mode: m, Peer: "));
    Plan first = world.plan();
    Plan second = world.plan();
    assertThat(first.changes().get(0).outputs().get("Count").isKnown()).isFalse();
    assertThat(second.digest()).isEqualTo(first.digest());
  }

  @Test
  void whatWasReadOfTheOutsideCounts() {
    World other = world(BODY);
    other.cloud.delete("box-1");
    other.cloud.create("t::Box", Value.map(Map.of("Name", Value.of("seen"))));
    assertThat(other.plan().digest()).isNotEqualTo(world(BODY).plan().digest());
  }

  @Test
  void everyPartOfAChangeCounts() {
    Plan plan = world(BODY).plan();
    Change box = plan.change("box#1/create").orElseThrow();
    String digest = PlanDigest.ofChange(box);
    assertThat(
            List.of(
                box.toBuilder().dependsOn(List.of()).build(),
                box.toBuilder().risk(dev.ashlar.plan.Risk.DESTROYS_DATA).build(),
                box.toBuilder().planned(box.planned().with("Size", Value.of(9))).build(),
                box.toBuilder().attributes(List.of()).build(),
                box.toBuilder()
                    .compensation(new dev.ashlar.plan.Compensation.None("because"))
                    .build(),
                box.toBuilder()
                    .reason(dev.ashlar.plan.Reason.of(dev.ashlar.plan.Reason.Kind.MISSING))
                    .build()))
        .allSatisfy(other -> assertThat(PlanDigest.ofChange(other)).isNotEqualTo(digest));
  }

  @Test
  void theSerialAndThePlanBeforeCount() {
    World world = world(BODY);
    String digest = world.plan().digest();
    world.state = world.state.toBuilder().serial(5).build();
    String later = world.plan().digest();
    assertThat(later).isNotEqualTo(digest);
    world.following(world.plan());
    assertThat(world.plan().digest()).isNotEqualTo(later);
  }
}
