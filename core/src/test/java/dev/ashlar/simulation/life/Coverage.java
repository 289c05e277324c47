package dev.ashlar.simulation.life;

import dev.ashlar.simulation.scenario.Trouble;
import dev.ashlar.simulation.world.Boundary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** How often a process ended where, with what under way, and what had befallen that. */
public final class Coverage {
  private final int[][][] counts =
      new int[Deed.values().length][Trouble.values().length][Where.values().length];

  /** Counts a change that was under way. */
  void fell(Deed deed, Set<Trouble> troubles, Boundary boundary, boolean recovering) {
    Where where = Where.of(boundary, recovering);
    for (Trouble trouble : troubles.isEmpty() ? Set.of(Trouble.NONE) : troubles) {
      counts[deed.ordinal()][trouble.ordinal()][where.ordinal()]++;
    }
  }

  /** Adds what another one counted. */
  public synchronized void add(Coverage other) {
    for (int deed = 0; deed < counts.length; deed++) {
      for (int trouble = 0; trouble < counts[deed].length; trouble++) {
        for (int where = 0; where < counts[deed][trouble].length; where++) {
          counts[deed][trouble][where] += other.counts[deed][trouble][where];
        }
      }
    }
  }

  private int count(Deed deed, Trouble trouble, Where where) {
    return counts[deed.ordinal()][trouble.ordinal()][where.ordinal()];
  }

  private int count(Deed deed, Where where) {
    int sum = 0;
    for (Trouble trouble : Trouble.values()) {
      sum += count(deed, trouble, where);
    }
    return sum;
  }

  private int count(Deed deed, Trouble trouble) {
    int sum = 0;
    for (Where where : Where.values()) {
      sum += count(deed, trouble, where);
    }
    return sum;
  }

  private int count(Trouble trouble, Where where) {
    int sum = 0;
    for (Deed deed : Deed.values()) {
      sum += count(deed, trouble, where);
    }
    return sum;
  }

  /** The deeds, troubles and places that were met less often. */
  public List<String> rare(int least) {
    List<String> rare = new ArrayList<>();
    for (Deed deed : Deed.values()) {
      int sum = 0;
      for (Where where : Where.values()) {
        sum += count(deed, where);
      }
      if (deed != Deed.NOTHING && sum < least) {
        rare.add(deed + ": " + sum);
      }
    }
    for (Trouble trouble : Trouble.values()) {
      int sum = 0;
      for (Deed deed : Deed.values()) {
        sum += count(deed, trouble);
      }
      if (sum < least) {
        rare.add(trouble + ": " + sum);
      }
    }
    for (Where where : Where.values()) {
      int sum = 0;
      for (Deed deed : Deed.values()) {
        sum += count(deed, where);
      }
      if (sum < least) {
        rare.add(where + ": " + sum);
      }
    }
    return rare;
  }

  /** The pairs that can come about and were met less often. */
  public List<String> missing(int least) {
    List<String> missing = new ArrayList<>();
    for (Deed deed : Deed.values()) {
      for (Where where : Where.values()) {
        if (Impossible.because(deed, where).isEmpty() && count(deed, where) < least) {
          missing.add(deed + " at " + where + ": " + count(deed, where));
        }
      }
      for (Trouble trouble : Trouble.values()) {
        if (deed != Deed.NOTHING
            && Impossible.because(deed, trouble).isEmpty()
            && count(deed, trouble) < least) {
          missing.add(deed + " with " + trouble + ": " + count(deed, trouble));
        }
      }
    }
    for (Trouble trouble : Trouble.values()) {
      for (Where where : Where.values()) {
        if (Impossible.because(trouble, where).isEmpty() && count(trouble, where) < least) {
          missing.add(trouble + " at " + where + ": " + count(trouble, where));
        }
      }
    }
    return missing;
  }

  /** What is told at the end: each deed by place, each trouble by place, each deed by trouble. */
  public List<String> lines(int least) {
    List<String> lines = new ArrayList<>();
    lines.add(head());
    for (Deed deed : Deed.values()) {
      StringBuilder line = new StringBuilder(String.format("%-22s", deed));
      for (Where where : Where.values()) {
        boolean not = Impossible.because(deed, where).isPresent();
        line.append(String.format("%9s", not ? "-" : "" + count(deed, where)));
      }
      lines.add(line.toString());
    }
    for (Trouble trouble : Trouble.values()) {
      StringBuilder line = new StringBuilder(String.format("%-22s", trouble.text()));
      for (Where where : Where.values()) {
        boolean not = Impossible.because(trouble, where).isPresent();
        line.append(String.format("%9s", not ? "-" : "" + count(trouble, where)));
      }
      lines.add(line.toString());
    }
    lines.add(triples(least));
    lines.addAll(reasons());
    return lines;
  }

  private static String head() {
    StringBuilder head = new StringBuilder(String.format("%-22s", ""));
    for (Where where : Where.values()) {
      head.append(String.format("%9s", where.text()));
    }
    return head.toString();
  }

  private String triples(int least) {
    int possible = 0;
    int often = 0;
    int met = 0;
    for (Deed deed : Deed.values()) {
      for (Trouble trouble : Trouble.values()) {
        for (Where where : Where.values()) {
          boolean can =
              Impossible.because(deed, where).isEmpty()
                  && Impossible.because(deed, trouble).isEmpty()
                  && Impossible.because(trouble, where).isEmpty();
          int count = count(deed, trouble, where);
          possible += can ? 1 : 0;
          met += can && count > 0 ? 1 : 0;
          often += can && count >= least ? 1 : 0;
        }
      }
    }
    return "of %d triples that can come about, %d were met, %d at least %d times"
        .formatted(possible, met, often, least);
  }

  private static Set<String> reasons() {
    Set<String> reasons = new TreeSet<>();
    for (Deed deed : Deed.values()) {
      for (Where where : Where.values()) {
        Impossible.because(deed, where).ifPresent(why -> reasons.add("no " + deed + ": " + why));
      }
      for (Trouble trouble : Trouble.values()) {
        Impossible.because(deed, trouble)
            .ifPresent(why -> reasons.add("no " + trouble.text() + ": " + why));
      }
    }
    for (Trouble trouble : Trouble.values()) {
      for (Where where : Where.values()) {
        Impossible.because(trouble, where)
            .ifPresent(why -> reasons.add("not at " + where.text() + ": " + why));
      }
    }
    return reasons;
  }
}
