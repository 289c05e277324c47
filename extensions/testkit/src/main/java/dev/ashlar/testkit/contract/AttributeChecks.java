package dev.ashlar.testkit.contract;

import dev.ashlar.blueprint.Resource;
import dev.ashlar.connector.Failure;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.AttributeChange;
import dev.ashlar.plan.Change;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Immutability;
import dev.ashlar.schema.OnUnset;
import dev.ashlar.schema.Operation;
import dev.ashlar.state.StateObject;
import dev.ashlar.testkit.ConnectorRule;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Each property, declared otherwise: by the user where there is such a variant, else by the kit.
 */
final class AttributeChecks {
  /** A cloud that says so of a derived value does not refuse the connector. */
  private static final Set<Failure.Kind> OF_THE_VALUE =
      EnumSet.of(
          Failure.Kind.INVALID,
          Failure.Kind.NOT_FOUND,
          Failure.Kind.CONFLICT,
          Failure.Kind.ALREADY_EXISTS,
          Failure.Kind.QUOTA);

  private final Samples samples;
  private final Set<String> varied = new TreeSet<>();

  private AttributeChecks(Samples samples) {
    this.samples = samples;
  }

  static Stream<Check> of(Samples samples) {
    return new AttributeChecks(samples).all().stream();
  }

  private List<Check> all() {
    List<Check> checks = new ArrayList<>();
    for (Samples.Variant variant : samples.variants()) {
      Set<String> names = Terms.differing(samples.sample(), variant.resource());
      if (names.size() == 1) {
        varied.addAll(names);
      }
      checks.add(check(names, variant.resource(), expected(variant), false));
    }
    for (Attribute attribute : samples.schema().properties().values()) {
      if (!attribute.computed() && !varied.contains(attribute.name())) {
        checks.add(derived(attribute));
      }
    }
    for (Attribute attribute : samples.schema().properties().values()) {
      if (isSet(attribute) && !attribute.required() && !isIdentity(attribute)) {
        checks.add(unset(attribute));
      }
    }
    return checks;
  }

  /** What a change is expected to come to. */
  private enum Expected {
    UPDATE,
    REPLACE,
    EITHER
  }

  private static Expected expected(Samples.Variant variant) {
    return variant.replaces() ? Expected.REPLACE : Expected.UPDATE;
  }

  private Expected expected(Attribute attribute) {
    if (!samples.schema().operations().contains(Operation.UPDATE)) {
      return Expected.REPLACE;
    }
    return switch (attribute.immutability()) {
      case YES -> Expected.REPLACE;
      case NO -> hasImmutableParts(attribute) ? Expected.EITHER : Expected.UPDATE;
      case CONDITIONAL, UNKNOWN -> Expected.EITHER;
    };
  }

  private boolean hasImmutableParts(Attribute attribute) {
    return Parts.of(samples.schema(), attribute).stream()
        .anyMatch(part -> part.immutability() != Immutability.NO);
  }

  private boolean isSet(Attribute attribute) {
    return samples.sample().declaration().properties().fields().containsKey(attribute.name());
  }

  private boolean isIdentity(Attribute attribute) {
    return samples.schema().identity().stream()
            .anyMatch(path -> path.head().equals(attribute.name()))
        || samples
            .schema()
            .naming()
            .filter(naming -> naming.property().equals(attribute.name()))
            .isPresent();
  }

  private Check derived(Attribute attribute) {
    Alternative other =
        new Alternatives(samples.schema(), samples.sample(), samples.given()).of(attribute);
    Expected expected = expected(attribute);
    if (other.resource().isPresent()) {
      return check(Set.of(attribute.name()), other.resource().get(), expected, true);
    }
    return new Check(
        rule(expected), name(Set.of(attribute.name()), expected), lab -> Check.skip(other.why()));
  }

  private static ConnectorRule rule(Expected expected) {
    return expected == Expected.REPLACE ? ConnectorRule.REPLACES : ConnectorRule.UPDATES_IN_PLACE;
  }

  private static String name(Set<String> names, Expected expected) {
    String what = "another " + String.join(" and ", names);
    return switch (expected) {
      case UPDATE -> what + " is an update in place";
      case REPLACE -> what + " means another object";
      case EITHER -> what + " is an update in place or means another object, as planned";
    };
  }

  private Check check(Set<String> names, Resource other, Expected expected, boolean derived) {
    ConnectorRule rule = rule(expected);
    return new Check(
        rule,
        name(names, expected),
        lab -> {
          var unused = lab.applied();
          StateObject before = lab.state().at(lab.address()).orElseThrow();
          Applied applied = lab.apply(other);
          if (derived) {
            skipWhatIsNoValue(names, applied);
          }
          Change change = assertPlanned(lab, rule, names, expected, applied);
          applied.orFail(rule, "another " + String.join(" and ", names));
          lab.assertSettled(rule, "changing " + String.join(" and ", names), other);
          StateObject after = lab.state().at(lab.address()).orElseThrow();
          assertObject(lab, rule, change, before, after);
        });
  }

  /** A value that the kit made up and the engine or the cloud does not take says nothing. */
  private static void skipWhatIsNoValue(Set<String> names, Applied applied) {
    boolean ofTheValue =
        applied.plan().hasErrors()
            || !applied.succeeded()
                && applied
                    .lastFailure()
                    .filter(why -> OF_THE_VALUE.contains(why.kind()))
                    .isPresent();
    if (ofTheValue) {
      Check.skip(
          "a derived value of %s was refused (%s): give the contract one, with updatingTo or"
                  .formatted(names, applied.told().lines().reduce((a, b) -> b).orElse(""))
              + " replacingTo");
    }
  }

  private static Change assertPlanned(
      Lab lab, ConnectorRule rule, Set<String> names, Expected expected, Applied applied) {
    String where = lab.schema().type() + " /" + names.iterator().next();
    Change change =
        Differences.of(applied.plan(), lab.address())
            .orElseThrow(
                () ->
                    new Violation(
                        rule, where, "nothing is planned, though it is declared otherwise"));
    boolean replaces = change.action() == Action.REPLACE;
    if (expected != Expected.EITHER && replaces != (expected == Expected.REPLACE)) {
      throw new Violation(
          rule,
          where,
          "the plan says %s where %s was expected:\n%s"
              .formatted(
                  change.action().text(),
                  expected == Expected.REPLACE ? "replace" : "update",
                  Lab.indented(applied.plan())));
    }
    Set<String> changed = new TreeSet<>();
    change.attributes().stream()
        .map(AttributeChange::path)
        .map(ValuePath::head)
        .filter(lab.schema().properties()::containsKey)
        .forEach(changed::add);
    if (!changed.containsAll(names)) {
      throw new Violation(
          rule, where, "the plan does not say that it changes:\n" + Lab.indented(applied.plan()));
    }
    return change;
  }

  private static void assertObject(
      Lab lab, ConnectorRule rule, Change change, StateObject before, StateObject after) {
    boolean replaced = change.action() == Action.REPLACE;
    boolean other = after.id().incarnation() != before.id().incarnation();
    if (replaced != other) {
      throw new Violation(
          rule, lab.schema().type(), change.action().text() + " was planned and not done");
    }
    if (!replaced && !after.identity().equals(before.identity())) {
      throw new Violation(
          rule,
          lab.schema().type(),
          "an update in place gave the object another identifier: %s became %s"
              .formatted(before.identity().orElse("none"), after.identity().orElse("none")));
    }
  }

  private Check unset(Attribute attribute) {
    String name = attribute.name();
    return new Check(
        ConnectorRule.UNSETS,
        "without " + name + " it is as the schema says",
        lab -> {
          var unused = lab.applied();
          Resource without = Declarations.without(samples.sample(), name);
          Applied applied = lab.apply(without);
          if (applied.plan().hasErrors()) {
            Check.skip(
                "without " + name + " it is not sound: " + Lab.told(applied.plan().diagnostics()));
          }
          if (!applied.succeeded()
              && applied.lastFailure().filter(w -> OF_THE_VALUE.contains(w.kind())).isPresent()) {
            Check.skip("the cloud refuses it without " + name + ": " + applied.told());
          }
          applied.orFail(ConnectorRule.UNSETS, "taking " + name + " away");
          Optional<Change> change = Differences.of(applied.plan(), lab.address());
          if (attribute.onUnset() == OnUnset.KEEP && change.isPresent()) {
            throw new Violation(
                ConnectorRule.UNSETS,
                lab.schema().type() + " /" + name,
                "the schema says that the cloud keeps what it has, and the plan changes it:\n"
                    + Lab.indented(applied.plan()));
          }
          lab.assertSettled(ConnectorRule.UNSETS, "taking " + name + " away", without);
        });
  }
}
