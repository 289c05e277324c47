package dev.ashlar.plan.order;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.ReplaceOrder;
import dev.ashlar.plan.problem.PlanProblems;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Warns of an object that is deleted before it is made anew, while another one that stays still
 * holds its identifier: most clouds refuse to delete what is in use. Whether this one does is not
 * known before it is asked.
 */
public final class InUse {
  private final Dependants dependants;
  private final Function<String, Optional<ResourceSchema>> schemas;
  private final Map<ObjectId, Change> removals = new HashMap<>();

  private InUse(Dependants dependants, Function<String, Optional<ResourceSchema>> schemas) {
    this.dependants = dependants;
    this.schemas = schemas;
  }

  /** The warnings of all changes of a plan. */
  public static List<Diagnostic> in(
      List<Change> changes,
      Dependants dependants,
      Function<String, Optional<ResourceSchema>> schemas) {
    List<Change> first = changes.stream().filter(InUse::isDeletedFirst).toList();
    return first.isEmpty() ? List.of() : new InUse(dependants, schemas).warnings(changes, first);
  }

  private static boolean isDeletedFirst(Change change) {
    return change.order().filter(ReplaceOrder.DELETE_THEN_CREATE::equals).isPresent()
        && change.prior().isPresent();
  }

  private List<Diagnostic> warnings(List<Change> changes, List<Change> first) {
    for (Change change : changes) {
      if (change.action() == Action.DELETE) {
        removals.put(change.object(), change);
      }
    }
    List<Diagnostic> warnings = new ArrayList<>();
    for (Change change : first) {
      Change removal = removals.get(change.prior().orElseThrow());
      if (removal != null) {
        Set<String> users = users(removal);
        if (!users.isEmpty()) {
          warnings.add(warning(change, users));
        }
      }
    }
    return warnings;
  }

  /** The addresses of those that stay and hold an identifier of an object that goes. */
  private Set<String> users(Change removal) {
    Set<String> identifiers = identifiers(removal);
    Set<String> users = new TreeSet<>();
    for (StateObject user : dependants.of(removal.address())) {
      if (!removals.containsKey(user.id()) && uses(user, identifiers)) {
        users.add(user.id().address().toString());
      }
    }
    return users;
  }

  /** What others refer to an object by: its identifier, and outputs that are made of it. */
  private static Set<String> identifiers(Change removal) {
    Set<String> identifiers = new HashSet<>();
    removal
        .identity()
        .ifPresent(
            identity -> {
              identifiers.add(identity);
              for (Value output : removal.outputs().entries().values()) {
                if (output instanceof Value.TextValue text && names(text.text(), identity)) {
                  identifiers.add(text.text());
                }
              }
            });
    return identifiers;
  }

  /** Whether a text has an identifier in it, and not as a part of a word. */
  private static boolean names(String text, String identity) {
    int at = text.indexOf(identity);
    int end = at + identity.length();
    return at >= 0
        && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
        && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
  }

  private boolean uses(StateObject user, Set<String> identifiers) {
    Map<String, Attribute> attributes =
        schemas.apply(user.type()).map(ResourceSchema::properties).orElse(Map.of());
    for (Map.Entry<String, Value> property : user.values().effective().entries().entrySet()) {
      if (refers(attributes.get(property.getKey())) && holds(property.getValue(), identifiers)) {
        return true;
      }
    }
    return false;
  }

  /** What takes anything, or is a text about others like a policy, holds on to nobody. */
  private static boolean refers(@Nullable Attribute attribute) {
    return attribute == null
        || attribute.shape() != Shape.Primitive.ANY
            && attribute.equivalence() != Equivalence.JSON
            && attribute.equivalence() != Equivalence.POLICY_DOCUMENT;
  }

  private static boolean holds(Value value, Set<String> identifiers) {
    if (value instanceof Value.TextValue text) {
      return identifiers.contains(text.text());
    }
    if (value instanceof Value.ListValue list) {
      return list.items().stream().anyMatch(item -> holds(item, identifiers));
    }
    return value instanceof Value.MapValue map
        && map.entries().values().stream().anyMatch(entry -> holds(entry, identifiers));
  }

  private static Diagnostic warning(Change change, Set<String> users) {
    String address = change.address().toString();
    return Diagnostic.of(
            PlanProblems.REPLACED_IN_USE,
            "\""
                + address
                + "\" is deleted before it is made anew, and "
                + users.stream().map(user -> "\"" + user + "\"").collect(Collectors.joining(", "))
                + (users.size() == 1 ? " still uses it" : " still use it")
                + ": the cloud may refuse to delete it. Say lifecycle.createBeforeDestroy: true at"
                + " \""
                + address
                + "\", or replace "
                + (users.size() == 1 ? "the other one" : "the others")
                + " too, with "
                + users.stream()
                    .map(user -> "--replace '" + user + "'")
                    .collect(Collectors.joining(" "))
                + ".")
        .on(change.address())
        .at(change.location().orElse(null))
        .canvas(change.canvas().orElse(null));
  }
}
