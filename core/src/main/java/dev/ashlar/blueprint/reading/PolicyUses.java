package dev.ashlar.blueprint.reading;

import dev.ashlar.blueprint.BlueprintProblems;
import dev.ashlar.blueprint.Environment.Exemption;
import dev.ashlar.blueprint.Environment.PolicyUse;
import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.source.Node;
import dev.ashlar.blueprint.source.Problems;
import dev.ashlar.diagnostic.Diagnostic.Location;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.value.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads which policies hold in an environment, and what is exempt from them. */
final class PolicyUses {
  private PolicyUses() {}

  /** The packs. One in a file is named relative to the document, and opened by others. */
  static List<PolicyUse> packs(Section environment, Source source) {
    List<PolicyUse> all = new ArrayList<>();
    for (Node item : environment.items("policies")) {
      Problems problems = environment.problems();
      if (item instanceof Node.Mapping) {
        Section use = new Section(item, "a policy pack", problems, "pack", "parameters");
        Value.MapValue parameters =
            use.node("parameters")
                .map(node -> node instanceof Node.Mapping ? node : wrong(node, problems))
                .map(node -> PlainValues.of(node, problems))
                .filter(Value.MapValue.class::isInstance)
                .map(Value.MapValue.class::cast)
                .orElse(Value.MapValue.EMPTY);
        use.requiredText("pack")
            .flatMap(name -> pack(name, item.place(), source, parameters, problems))
            .ifPresent(all::add);
      } else {
        Literals.text(item, "a policy pack", problems)
            .flatMap(name -> pack(name, item.place(), source, Value.MapValue.EMPTY, problems))
            .ifPresent(all::add);
      }
    }
    return all;
  }

  private static Node wrong(Node node, Problems problems) {
    Literals.wrongType(node, "\"parameters\"", "a map", problems);
    return node;
  }

  private static Optional<PolicyUse> pack(
      String name, Place place, Source source, Value.MapValue parameters, Problems problems) {
    Optional<Location> location = Optional.of(place.start());
    return FileReference.isOne(name)
        ? FileReference.resolve(source, name, place, problems)
            .map(file -> new PolicyUse(file.name(), Optional.of(file), parameters, location))
        : Optional.of(new PolicyUse(name, Optional.empty(), parameters, location));
  }

  /** The exemptions: one without a reason, an owner or an end is none. */
  static List<Exemption> exemptions(Section environment) {
    List<Exemption> all = new ArrayList<>();
    for (Node item : environment.items("exemptions")) {
      Section section =
          new Section(
              item,
              "an exemption",
              environment.problems(),
              "policy",
              "resources",
              "reason",
              "owner",
              "expires");
      Optional<String> policy = section.requiredText("policy");
      Optional<String> reason = section.requiredText("reason");
      Optional<String> owner = section.requiredText("owner");
      Optional<Instant> expires = section.requiredText("expires").flatMap(t -> moment(section, t));
      List<String> resources = new ArrayList<>();
      for (Node pattern : section.items("resources")) {
        Literals.text(pattern, "a pattern of addresses", section.problems())
            .ifPresent(resources::add);
      }
      if (policy.isPresent() && reason.isPresent() && owner.isPresent() && expires.isPresent()) {
        all.add(
            new Exemption(
                policy.get(),
                resources,
                reason.get(),
                owner.get(),
                expires.get(),
                Optional.of(section.place().start())));
      }
    }
    return all;
  }

  private static Optional<Instant> moment(Section section, String text) {
    try {
      return Optional.of(
          text.indexOf('T') < 0
              ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
              : OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      section
          .problems()
          .add(
              BlueprintProblems.NOT_ALLOWED,
              section.node("expires").orElseThrow().place(),
              "\"expires\" is a day such as 2027-01-31, which begins in UTC, or a moment such as"
                  + " 2027-01-31T12:00:00Z.");
      return Optional.empty();
    }
  }
}
