package dev.ashlar.simulation.scenario;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Takes away from a scenario what it does not need to fail. */
public final class Shrinking {
  private final Predicate<Scenario> fails;
  private int tries;

  private Shrinking(Predicate<Scenario> fails, int tries) {
    this.fails = fails;
    this.tries = tries;
  }

  /** A smaller scenario that fails too, found in so many tries. */
  public static Scenario of(Scenario scenario, int tries, Predicate<Scenario> fails) {
    Shrinking shrinking = new Shrinking(fails, tries);
    Scenario smallest = scenario;
    for (boolean smaller = true; smaller; ) {
      smaller = false;
      for (Scenario less : shrinking.less(smallest)) {
        if (shrinking.tries-- > 0 && shrinking.fails.test(less)) {
          smallest = less;
          smaller = true;
          break;
        }
      }
    }
    return smallest;
  }

  private List<Scenario> less(Scenario scenario) {
    List<Scenario> all = new ArrayList<>();
    int rounds = scenario.rounds().size();
    if (rounds > 1) {
      all.add(scenario.with(scenario.rounds().subList(1, rounds)));
      all.add(scenario.with(scenario.rounds().subList(0, rounds - 1)));
    }
    Set<String> names = new LinkedHashSet<>();
    scenario
        .rounds()
        .forEach(round -> round.drawing().things().forEach(thing -> names.add(thing.name())));
    names.forEach(name -> all.add(without(scenario, name)));
    for (int i = 0; i < rounds; i++) {
      Round round = scenario.rounds().get(i);
      for (int j = 0; j < round.strikes().size(); j++) {
        all.add(with(scenario, i, withStrikes(round, dropped(round.strikes(), j))));
      }
      for (int j = round.ends().size() - 1; j >= 0; j--) {
        all.add(with(scenario, i, withEnds(round, dropped(round.ends(), j))));
      }
      for (int j = 0; j < round.ways().size(); j++) {
        all.add(with(scenario, i, withWays(round, dropped(round.ways(), j))));
      }
    }
    return all;
  }

  private static Scenario without(Scenario scenario, String name) {
    return scenario.with(
        scenario.rounds().stream()
            .map(
                round ->
                    new Round(
                        round.drawing().without(name),
                        round.theirs(),
                        round.meddling(),
                        round.strikes(),
                        round.ends(),
                        round.ways()))
            .toList());
  }

  private static Scenario with(Scenario scenario, int index, Round round) {
    List<Round> rounds = new ArrayList<>(scenario.rounds());
    rounds.set(index, round);
    return scenario.with(rounds);
  }

  private static Round withStrikes(Round round, List<Strike> strikes) {
    return new Round(
        round.drawing(), round.theirs(), round.meddling(), strikes, round.ends(), round.ways());
  }

  private static Round withEnds(Round round, List<Crash> ends) {
    return new Round(
        round.drawing(), round.theirs(), round.meddling(), round.strikes(), ends, round.ways());
  }

  private static Round withWays(Round round, List<Back> ways) {
    return new Round(
        round.drawing(), round.theirs(), round.meddling(), round.strikes(), round.ends(), ways);
  }

  private static <T> List<T> dropped(List<T> all, int index) {
    List<T> fewer = new ArrayList<>(all);
    fewer.remove(index);
    return fewer;
  }
}
