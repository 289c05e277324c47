package dev.ashlar.testkit.contract;

import dev.ashlar.connector.Connector;
import dev.ashlar.connector.PlanRefining;
import dev.ashlar.connector.Requests;
import dev.ashlar.connector.Upgradable;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Codec;
import dev.ashlar.testkit.ConnectorRule;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What was stored before is read, and what is planned twice is planned alike. */
final class EvolutionChecks {
  private EvolutionChecks() {}

  static Stream<Check> of(Samples samples) {
    List<Check> checks = new ArrayList<>();
    for (Samples.Past past : samples.past()) {
      checks.add(
          Check.direct(
              ConnectorRule.UPGRADES,
              "what version %d of the schema stored is read".formatted(past.version()),
              new Upgraded(past)));
    }
    if (samples.past().isEmpty()) {
      checks.add(
          new Check(
              ConnectorRule.UPGRADES,
              "what older versions of the schema stored is read",
              EvolutionChecks::nothingToUpgrade));
    }
    checks.add(
        Check.direct(
            ConnectorRule.REFINES_REPEATABLY,
            "refining a plan twice gives the same answer",
            Check.is(PlanRefining.class),
            EvolutionChecks::refines));
    return checks.stream();
  }

  private static void nothingToUpgrade(Lab lab) {
    if (lab.schema().version() == 1) {
      Check.skip("the schema is at its first version");
    }
    Check.skip(
        lab.connector() instanceof Upgradable<?, ?>
            ? "give the contract what older versions stored, with upgrading"
            : "the connector is not Upgradable: states of older versions are refused");
  }

  private static <S, O> void refines(Lab lab, Made<S, O> made) {
    if (!(made.connector() instanceof PlanRefining<S, O> refining)) {
      Check.skip("the connector does not refine plans");
      return;
    }
    List<Tape.Take> takes = lab.tape().takes(lab.schema().type(), "refine");
    if (takes.isEmpty()) {
      Check.skip("the provider says that the type is not refined");
    }
    for (Tape.Take take : takes) {
      PlanRefining.RefineRequest request = (PlanRefining.RefineRequest) take.request();
      Object again =
          made.expect(
              ConnectorRule.REFINES_REPEATABLY,
              "refining a plan again",
              () -> refining.refine(request));
      if (take.answered().isPresent() && !take.answered().get().equals(again)) {
        throw new Violation(
            ConnectorRule.REFINES_REPEATABLY,
            lab.schema().type(),
            "the same request was answered\n    %s\n  and then\n    %s"
                .formatted(take.answered().get(), again));
      }
    }
  }

  /**
   * What an older version stored, in the form of this one.
   *
   * @param past what it stored
   */
  private record Upgraded(Samples.Past past) implements Check.DirectBody {
    @Override
    public <S, O> void run(Lab lab, Made<S, O> made) {
      if (!(made.connector() instanceof Upgradable<S, O> upgradable)) {
        throw new Violation(
            ConnectorRule.UPGRADES,
            lab.schema().type(),
            "there is a sample of version %d, and the connector is not Upgradable"
                .formatted(past.version()));
      }
      Upgradable.Upgraded first = upgrade(upgradable);
      if (!first.equals(upgrade(upgradable))) {
        throw new Violation(
            ConnectorRule.UPGRADES,
            lab.schema().type(),
            "it is upgraded to something else each time");
      }
      assertKnown(lab, lab.schema().properties(), first.properties());
      assertKnown(lab, lab.schema().outputs(), first.outputs());
      assertDecoded(lab, made.connector(), first);
    }

    private Upgradable.Upgraded upgrade(Upgradable<?, ?> upgradable) {
      return upgradable.upgrade(
          Requests.upgrade(past.version(), past.properties(), past.outputs()));
    }

    private static void assertKnown(
        Lab lab, Map<String, Attribute> attributes, Value.MapValue values) {
      for (String name : values.entries().keySet()) {
        if (!attributes.containsKey(name)) {
          throw new Violation(
              ConnectorRule.UPGRADES,
              lab.schema().type() + " /" + name,
              "the upgraded values have it, and the schema does not");
        }
      }
      for (Attribute attribute : attributes.values()) {
        Value value = values.get(attribute.name());
        if (attribute.required() && value instanceof Value.NullValue) {
          throw new Violation(
              ConnectorRule.UPGRADES,
              lab.schema().type() + " /" + attribute.name(),
              "it is required, and the upgraded values do not have it");
        }
      }
    }

    private static void assertDecoded(
        Lab lab, Connector<?, ?> connector, Upgradable.Upgraded upgraded) {
      try {
        decode(connector.type().spec(), upgraded.properties());
        decode(connector.type().outputs(), upgraded.outputs());
      } catch (IllegalArgumentException e) {
        throw new Violation(
            ConnectorRule.UPGRADES,
            lab.schema().type(),
            "the upgraded values do not fit the type: " + e.getMessage());
      }
    }

    private static void decode(Codec<?> codec, Value.MapValue values) {
      var unused = codec.decode(values);
    }
  }
}
