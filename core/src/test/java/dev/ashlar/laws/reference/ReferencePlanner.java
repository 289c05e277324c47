package dev.ashlar.laws.reference;

import dev.ashlar.laws.generate.Drawn;
import dev.ashlar.laws.generate.RandomTypes;
import dev.ashlar.laws.rig.LawCloud;
import dev.ashlar.laws.rig.Stays;
import dev.ashlar.plan.Action;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.ValueType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Says what a plan must be, from the documents of the past, the document of now and a look at the
 * cloud. It knows nothing of the engine's records.
 */
public final class ReferencePlanner {
  /**
   * What was applied last at an address.
   *
   * @param type the type
   * @param wanted the declared values of then, completed, in clear
   * @param declared the declared values of then
   * @param id the identifier
   * @param references what it referred to
   */
  private record Applied(
      String type,
      Value.MapValue wanted,
      Value.MapValue declared,
      String id,
      Set<String> references) {}

  /**
   * What must be planned for an address.
   *
   * @param action what is done
   * @param paths what changes
   */
  public record Expected(Action action, Set<String> paths) {}

  private final LawCloud cloud;
  private final Map<String, Applied> applied = new TreeMap<>();
  private final Map<String, Expected> expected = new TreeMap<>();
  private final Map<String, Value.MapValue> views = new TreeMap<>();
  private final Map<String, Set<String>> references = new TreeMap<>();

  /** Nothing was applied yet. */
  public ReferencePlanner(LawCloud cloud) {
    this.cloud = cloud;
  }

  /** What must be planned, by address; addresses at which nothing happens are left out. */
  public Map<String, Expected> plan(List<Drawn> resources) {
    expected.clear();
    views.clear();
    references.clear();
    Set<String> declared = new HashSet<>();
    for (Drawn drawn : resources) {
      declared.add(drawn.name());
      decide(drawn);
    }
    applied.forEach(
        (name, was) -> {
          if (!declared.contains(name)) {
            boolean there = cloud.things().containsKey(was.id());
            expected.put(
                name, new Expected(there ? Action.DELETE : Action.FORGET, new TreeSet<>()));
          }
        });
    return new TreeMap<>(expected);
  }

  private void decide(Drawn drawn) {
    String name = drawn.name();
    ResourceSchema schema = cloud.schema(drawn.type());
    Value.MapValue declared = Evaluated.of(drawn.properties(), views);
    Value.MapValue wanted = Completed.of(schema.properties(), declared);
    references.put(name, Evaluated.references(drawn.properties()));
    Applied was = applied.get(name);
    LawCloud.Thing there = was == null ? null : cloud.things().get(was.id());
    if (was == null || there == null) {
      made(drawn, Action.CREATE, wanted, wanted.entries().keySet());
      return;
    }
    if (!was.type().equals(drawn.type())) {
      made(drawn, Action.REPLACE, wanted, wanted.entries().keySet());
      return;
    }
    List<Deviating.Place> places =
        Deviating.of(
            schema, wanted, was.declared(), was.wanted(), visible(schema, there.properties()));
    Set<String> paths = new TreeSet<>();
    places.forEach(place -> paths.add(place.path().toString()));
    if (places.stream().anyMatch(place -> place.replaces() && place.certain())) {
      made(drawn, Action.REPLACE, wanted, paths);
    } else if (places.stream().anyMatch(Deviating.Place::replaces)) {
      made(drawn, Action.REPLACE_IF_CHANGED, wanted, paths);
    } else if (!places.isEmpty()) {
      expected.put(name, new Expected(Action.UPDATE, paths));
      Set<ValuePath> changed = new HashSet<>();
      places.forEach(place -> changed.add(place.path()));
      views.put(name, view(schema, there, wanted, Optional.of(changed)));
    } else {
      views.put(name, view(schema, there, was.wanted(), Optional.empty()));
    }
  }

  private static Value.MapValue visible(ResourceSchema schema, Value.MapValue properties) {
    Value.MapValue visible = properties;
    for (Attribute attribute : schema.properties().values()) {
      visible = attribute.writeOnly() ? visible.without(attribute.name()) : visible;
    }
    return visible;
  }

  private void made(Drawn drawn, Action action, Value.MapValue wanted, Set<String> paths) {
    expected.put(drawn.name(), new Expected(action, new TreeSet<>(paths)));
    Value.MapValue view = Value.MapValue.EMPTY.with("id", Value.unknown(ValueType.STRING));
    for (String output : cloud.schema(drawn.type()).outputs().keySet()) {
      view = view.with(output, Value.unknown(ValueType.STRING));
    }
    views.put(drawn.name(), view.with(RandomTypes.KEY, wanted.get(RandomTypes.KEY)));
  }

  private static Value.MapValue view(
      ResourceSchema schema,
      LawCloud.Thing there,
      Value.MapValue properties,
      Optional<Set<ValuePath>> changed) {
    Value.MapValue view = Value.MapValue.EMPTY.with("id", Value.of(there.id()));
    for (Attribute output : schema.outputs().values()) {
      boolean stays = changed.isEmpty() || Stays.stays(output.stability(), changed.orElseThrow());
      view =
          view.with(
              output.name(),
              stays ? there.outputs().get(output.name()) : Value.unknown(ValueType.STRING));
    }
    return view.with(RandomTypes.KEY, properties.get(RandomTypes.KEY));
  }

  /**
   * A replacement that may turn out to be none is decided at once where its old object stands, by
   * way of others, on one that is replaced: they could not wait for each other.
   *
   * @param planned what was planned for an address
   */
  public Optional<Expected> decided(String name, @Nullable Expected planned) {
    Expected own = expected.get(name);
    boolean decided =
        own != null
            && planned != null
            && own.action() == Action.REPLACE_IF_CHANGED
            && planned.action() == Action.REPLACE
            && standsOnReplaced(name, new HashSet<>());
    return decided ? Optional.ofNullable(planned) : Optional.empty();
  }

  private boolean standsOnReplaced(String name, Set<String> seen) {
    Set<String> below = new HashSet<>(references.getOrDefault(name, Set.of()));
    Applied was = applied.get(name);
    below.addAll(was == null ? Set.of() : was.references());
    for (String other : below) {
      Expected planned = expected.get(other);
      boolean replaced = planned != null && planned.action().mutates() && seen.add(other);
      if (replaced && (planned.action() == Action.REPLACE || standsOnReplaced(other, seen))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The last plan was applied in full.
   *
   * @param identities the identifiers of what there is now, by address
   */
  public void applied(List<Drawn> resources, Map<String, String> identities) {
    Map<String, Expected> done = new TreeMap<>(expected);
    Map<String, Value.MapValue> now = new TreeMap<>();
    applied.keySet().retainAll(identities.keySet());
    for (Drawn drawn : resources) {
      String name = drawn.name();
      ResourceSchema schema = cloud.schema(drawn.type());
      String id = identities.get(name);
      if (done.containsKey(name)) {
        Value.MapValue declared = Evaluated.of(drawn.properties(), now);
        Value.MapValue wanted = Completed.of(schema.properties(), declared);
        applied.put(
            name,
            new Applied(
                drawn.type(), wanted, declared, id, Evaluated.references(drawn.properties())));
      }
      now.put(
          name, view(schema, cloud.things().get(id), applied.get(name).wanted(), Optional.empty()));
    }
  }
}
