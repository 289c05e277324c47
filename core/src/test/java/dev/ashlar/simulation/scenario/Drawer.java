package dev.ashlar.simulation.scenario;

import dev.ashlar.blueprint.Environment.OnFailure;
import dev.ashlar.schema.Operation;
import dev.ashlar.simulation.cloud.Types;
import dev.ashlar.simulation.world.Boundary;
import dev.ashlar.simulation.world.Machine.Blow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Draws a life from a seed. */
public final class Drawer {
  private static final List<Boundary> ENDS =
      List.of(
          Boundary.LEASED,
          Boundary.RUN_BEGINS,
          Boundary.RUN_BEGUN,
          Boundary.BEFORE_BEGIN,
          Boundary.BEFORE_BEGIN,
          Boundary.BEGUN,
          Boundary.BEGUN,
          Boundary.CALLED,
          Boundary.CALLED,
          Boundary.CALLED,
          Boundary.REACHED,
          Boundary.REACHED,
          Boundary.REACHED,
          Boundary.ANSWERED,
          Boundary.ANSWERED,
          Boundary.ANSWERED,
          Boundary.PROGRESSED,
          Boundary.PROGRESSED,
          Boundary.BEFORE_END,
          Boundary.BEFORE_END,
          Boundary.ENDED,
          Boundary.ENDED,
          Boundary.BETWEEN_FLUSHES,
          Boundary.BETWEEN_FLUSHES,
          Boundary.LOOKED,
          Boundary.RUN_ENDS,
          Boundary.RUN_ENDED,
          Boundary.COMPACTS,
          Boundary.COMPACTED,
          Boundary.RELEASES);

  private static final List<Boundary> ENDS_OF_RECOVERIES =
      List.of(
          Boundary.LEASED,
          Boundary.LOOKED,
          Boundary.LOOKED,
          Boundary.CALLED,
          Boundary.REACHED,
          Boundary.ANSWERED,
          Boundary.PROGRESSED,
          Boundary.BEFORE_END,
          Boundary.BEFORE_END,
          Boundary.ENDED,
          Boundary.ENDED,
          Boundary.BETWEEN_FLUSHES,
          Boundary.RUN_ENDS,
          Boundary.RUN_ENDED,
          Boundary.RELEASES);

  private final long seed;
  private final OnFailure onFailure;
  private final Random random;
  private final Map<String, Thing> things = new LinkedHashMap<>();
  private final Map<String, String> moved = new TreeMap<>();
  private final Map<String, String> lookups = new TreeMap<>();
  private final List<String> theirs = new ArrayList<>();
  private final Map<String, Operation> touched = new LinkedHashMap<>();
  private final boolean fat;
  private final boolean newFirst;
  private final boolean computing;
  private final boolean goesBack;
  private final List<String> quiet = new ArrayList<>();
  private final int size;
  private int made;

  private Drawer(long seed) {
    this.seed = seed;
    this.onFailure = OnFailure.values()[Math.floorMod(seed, OnFailure.values().length)];
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    this.fat = random.nextInt(12) == 0;
    this.size = 4 + random.nextInt(17);
    this.newFirst = random.nextBoolean();
    this.computing = random.nextInt(40) == 0;
    this.goesBack = random.nextInt(4) == 0;
  }

  /** The life of a seed. */
  public static Scenario of(long seed) {
    return new Drawer(seed).life();
  }

  private Scenario life() {
    while (things.size() < size) {
      create();
    }
    List<Round> rounds = new ArrayList<>();
    rounds.add(round(!fat && random.nextInt(3) == 0));
    edit(4 + random.nextInt(6));
    rounds.add(round(true));
    return new Scenario(seed, onFailure, rounds);
  }

  private boolean undoes() {
    return goesBack || onFailure == OnFailure.ROLLBACK;
  }

  private boolean chance(int outOf) {
    return random.nextInt(outOf) == 0;
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  private Thing anyThing() {
    return any(List.copyOf(things.values()));
  }

  /** A resource that a later one may refer to. */
  private String earlier() {
    List<String> sure =
        things.values().stream()
            .filter(thing -> thing.when().isEmpty() && !thing.flags().contains("adopt"))
            .map(Thing::name)
            .toList();
    return sure.isEmpty() ? "" : any(sure);
  }

  private void put(Thing thing, Operation operation) {
    things.put(thing.name(), thing);
    touched.put(thing.name(), operation);
  }

  private void create() {
    String name = "r" + ++made;
    // Two objects of one name cannot exist side by side.
    String type = any(newFirst ? Types.WITHOUT_NAMES : Types.ALL);
    Map<String, String> properties = new TreeMap<>();
    properties.put("Key", quoted("k" + made));
    properties.put("Size", String.valueOf(1 + random.nextInt(9)));
    if (fat) {
      // Not so much that the first run compacts: the second one is to.
      properties.put("Note", quoted("n".repeat(44_000 / size)));
    } else if (chance(2)) {
      properties.put("Note", quoted("note " + random.nextInt(100)));
    }
    if (chance(4)) {
      properties.put("Token", quoted("${params.secret}"));
    } else if (chance(6)) {
      properties.put("Password", quoted("${params.secret}"));
    } else if (chance(8)) {
      properties.put("Note", quoted("it is ${params.secret}"));
    }
    String other = earlier();
    if (!other.isEmpty()) {
      if (chance(2)) {
        properties.put("Uses", "[" + quoted("${" + other + ".Arn}") + "]");
      }
      if (chance(3)) {
        properties.put("Note", quoted("${" + earlier() + ".Address}"));
      }
    }
    properties.put("Site", site(other));
    List<String> flags = new ArrayList<>();
    if (newFirst && chance(2)) {
      flags.add("new-first");
    }
    if (chance(6)) {
      flags.add("retain");
    }
    put(new Thing(name, type, properties, flags, "", List.of()), Operation.CREATE);
  }

  private String site(String other) {
    if (other.isEmpty() || !chance(3)) {
      return quoted("site " + random.nextInt(100));
    }
    if (computing) {
      return quoted("${string(size(" + other + ".Address) > 3)}");
    }
    return quoted("${" + other + (chance(2) ? ".Address}" : ".Zone}"));
  }

  private void edit(int edits) {
    touched.clear();
    quiet.clear();
    moved.clear();
    for (int i = 0; i < edits; i++) {
      switch (random.nextInt(14)) {
        case 0 -> create();
        case 1, 2 -> update();
        case 3, 4 -> replace();
        case 5 -> updateWhatDecides();
        case 6, 7 -> remove();
        case 8 -> look();
        case 9 -> adopt();
        case 10 -> move();
        case 11 -> forget();
        case 12 -> adopt();
        default -> {
          if (chance(2)) {
            record();
          } else {
            defer();
          }
        }
      }
    }
  }

  private void update() {
    if (!things.isEmpty()) {
      Thing thing = anyThing();
      put(thing.with("Size", String.valueOf(10 + random.nextInt(90))), Operation.UPDATE);
    }
  }

  private void replace() {
    if (!things.isEmpty()) {
      Thing thing = anyThing();
      put(
          thing.with("Site", quoted("site " + (100 + random.nextInt(100)))),
          chance(2) ? Operation.CREATE : Operation.DELETE);
    }
  }

  /** What another one's site comes from is changed. */
  private void updateWhatDecides() {
    for (Thing thing : things.values()) {
      String site = thing.properties().getOrDefault("Site", "");
      String name = site.replaceAll(".*[({](r[0-9]+)\\..*", "$1");
      Thing decides = things.get(name);
      if (decides != null && !touched.containsKey(thing.name())) {
        put(decides.with("Size", String.valueOf(10 + random.nextInt(90))), Operation.UPDATE);
        touched.put(thing.name(), chance(2) ? Operation.CREATE : Operation.DELETE);
        return;
      }
    }
    update();
  }

  private void remove() {
    List<Thing> free =
        things.values().stream()
            .filter(thing -> things.values().stream().noneMatch(t -> t.mentions(thing.name())))
            .filter(thing -> lookups.values().stream().noneMatch(l -> l.contains(thing.name())))
            .toList();
    if (!free.isEmpty()) {
      Thing thing = any(free);
      things.remove(thing.name());
      if (moved.remove(thing.name()) == null) {
        touched.put(thing.name(), Operation.DELETE);
      }
    }
  }

  private void forget() {
    things.values().stream()
        .filter(thing -> thing.flags().contains("retain") && !touched.containsKey(thing.name()))
        .filter(thing -> things.values().stream().noneMatch(t -> t.mentions(thing.name())))
        .filter(thing -> lookups.values().stream().noneMatch(l -> l.contains(thing.name())))
        .findFirst()
        .ifPresent(
            thing -> {
              things.remove(thing.name());
              if (moved.remove(thing.name()) == null) {
                quiet.add(thing.name());
              }
            });
  }

  private void look() {
    String other = earlier();
    if (!other.isEmpty()) {
      Thing decides = things.get(other);
      put(decides.with("Size", String.valueOf(10 + random.nextInt(90))), Operation.UPDATE);
      lookups.put("look" + ++made, "${" + other + ".Address}");
      touched.put("look" + made, Operation.LIST);
    }
  }

  private void adopt() {
    String name = "r" + ++made;
    String key = "theirs" + made;
    theirs.add(key);
    put(
        new Thing(
            name,
            Types.NAMED,
            Map.of("Key", quoted(key), "Size", String.valueOf(1 + random.nextInt(3))),
            List.of("adopt"),
            "",
            List.of()),
        Operation.UPDATE);
  }

  private void move() {
    List<Thing> free =
        things.values().stream()
            .filter(thing -> things.values().stream().noneMatch(t -> t.mentions(thing.name())))
            .filter(thing -> lookups.values().stream().noneMatch(l -> l.contains(thing.name())))
            .filter(thing -> !touched.containsKey(thing.name()))
            .filter(thing -> !thing.name().endsWith("m"))
            .filter(thing -> !undoes() || !thing.flags().contains("retain"))
            .toList();
    if (!free.isEmpty()) {
      Thing thing = any(free);
      things.remove(thing.name());
      Thing renamed = thing.called(thing.name() + "m");
      moved.put(renamed.name(), thing.name());
      quiet.add(renamed.name());
      things.put(renamed.name(), renamed);
    }
  }

  private void record() {
    if (!things.isEmpty()) {
      Thing thing = anyThing();
      // What is retained where it had moved to and was replaced stands in the way of the next move.
      if (undoes() && moved.containsKey(thing.name())) {
        return;
      }
      List<String> flags = new ArrayList<>(thing.flags());
      if (!flags.remove("retain")) {
        flags.add("retain");
      }
      things.put(thing.name(), thing.treated(flags));
      quiet.add(thing.name());
    }
  }

  /** Whether it is there is known only when another one is made. */
  private void defer() {
    String other = earlier();
    if (!other.isEmpty()) {
      Thing decides = things.get(other);
      put(decides.with("Size", String.valueOf(10 + random.nextInt(90))), Operation.UPDATE);
      create();
      String name = "r" + made;
      Thing late = things.get(name);
      put(
          late.onlyWhen(
              computing ? "${size(" + other + ".Address) > 1}" : "${" + other + ".Ready}"),
          Operation.CREATE);
    }
  }

  private Round round(boolean eventful) {
    List<Strike> strikes = new ArrayList<>();
    List<Crash> ends = new ArrayList<>();
    List<String> meddling = new ArrayList<>();
    List<Back> ways = new ArrayList<>();
    if (eventful) {
      Trouble favourite = any(List.of(Trouble.values()));
      touched.forEach((name, operation) -> strike(name, operation, favourite, strikes));
      crash(ends);
      if (chance(8)) {
        touched.entrySet().stream()
            .filter(each -> each.getValue() == Operation.UPDATE)
            .findFirst()
            .ifPresent(each -> meddling.add(each.getKey()));
      }
      if (goesBack) {
        ways.add(back());
      }
    }
    Round round =
        new Round(
            new Drawing(List.copyOf(things.values()), moved, lookups),
            theirs,
            meddling,
            strikes,
            ends,
            ways);
    theirs.clear();
    return round;
  }

  private Back back() {
    List<Crash> ends = new ArrayList<>();
    if (chance(2)) {
      ends.add(new Crash(any(ENDS), "", 1 + random.nextInt(4), Blow.KILL));
    }
    return new Back(chance(2) ? 0 : 1 + random.nextInt(3), ends);
  }

  private void strike(String name, Operation usual, Trouble favourite, List<Strike> strikes) {
    if (chance(4)) {
      return;
    }
    Operation operation = usual == Operation.LIST || !chance(8) ? usual : Operation.READ;
    Trouble trouble = chance(3) ? any(List.of(Trouble.values())) : favourite;
    if (trouble == Trouble.STALE && usual != Operation.LIST) {
      operation = Operation.READ;
    }
    String type = things.containsKey(name) ? things.get(name).type() : Types.NAMED;
    boolean disk = !trouble.isOfTheCloud() && trouble != Trouble.NONE;
    if (trouble.befalls(operation) && bearable(trouble, type, operation)) {
      strikes.add(new Strike(trouble, name, operation, chance(3) ? 2 : 1));
    } else if (disk && chance(2)) {
      strikes.add(new Strike(trouble, name, operation, 1));
    }
  }

  /**
   * A call that comes twice makes two objects where nothing tells that it is the same; nor does a
   * name, once the first one was undone. A deletion that comes again, or late, takes what has the
   * name by then.
   */
  private boolean bearable(Trouble trouble, String type, Operation operation) {
    boolean named = type.equals(Types.NAMED);
    return switch (trouble) {
      case LATE_EFFECT -> operation != Operation.DELETE || !named;
      case DUPLICATE ->
          operation == Operation.CREATE
              ? type.equals(Types.KEYED)
                  || type.equals(Types.SAFE)
                  || named && onFailure != OnFailure.ROLLBACK
              : operation != Operation.DELETE || !named;
      default -> true;
    };
  }

  private void crash(List<Crash> ends) {
    if (chance(12)) {
      return;
    }
    Boundary boundary =
        fat && !chance(3) ? any(List.of(Boundary.COMPACTS, Boundary.COMPACTED)) : any(ENDS);
    List<String> names = new ArrayList<>(touched.keySet());
    if (chance(3)) {
      names.addAll(quiet);
    }
    String about = names.isEmpty() || chance(2) ? "" : any(names) + "#";
    boolean ofTheRun =
        switch (boundary) {
          case LEASED, RUN_BEGINS, RUN_BEGUN, RUN_ENDS, RUN_ENDED, COMPACTS, COMPACTED, RELEASES ->
              true;
          default -> false;
        };
    int passing = ofTheRun ? 1 : about.isEmpty() ? 1 + random.nextInt(6) : 1 + random.nextInt(2);
    boolean pausable = boundary != Boundary.CALLED;
    Blow blow =
        boundary == Boundary.BETWEEN_FLUSHES
            ? Blow.KILL_NEXT
            : pausable && chance(7) ? Blow.PAUSE : Blow.KILL;
    ends.add(new Crash(boundary, ofTheRun ? "" : about, passing, blow));
    while (ends.size() < 4 && chance(2)) {
      ends.add(new Crash(any(ENDS_OF_RECOVERIES), "", 1 + random.nextInt(3), Blow.KILL));
    }
  }
}
