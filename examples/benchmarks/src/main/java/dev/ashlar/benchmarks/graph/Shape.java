package dev.ashlar.benchmarks.graph;

import java.util.stream.IntStream;

/** How the objects of a graph depend on each other. An object is known by its place, from 0. */
public enum Shape {
  /** Chains of ten. */
  CHAINS {
    @Override
    IntStream predecessors(int object) {
      return object % CHAIN == 0 ? IntStream.empty() : IntStream.of(object - 1);
    }
  },
  /** All others depend on the first. */
  WIDE {
    @Override
    IntStream predecessors(int object) {
      return object == 0 ? IntStream.empty() : IntStream.of(0);
    }
  },
  /** One chain. */
  DEEP {
    @Override
    IntStream predecessors(int object) {
      return object == 0 ? IntStream.empty() : IntStream.of(object - 1);
    }
  },
  /** Ranks of four: one, two beside each other, one that joins them; each rank upon the last. */
  DIAMOND {
    @Override
    IntStream predecessors(int object) {
      return switch (object % 4) {
        case 0 -> object == 0 ? IntStream.empty() : IntStream.of(object - 1);
        case 1 -> IntStream.of(object - 1);
        case 2 -> IntStream.of(object - 2);
        default -> IntStream.of(object - 2, object - 1);
      };
    }
  },
  /** Fans of a hundred and one: a hundred depend on the first. */
  FANS {
    @Override
    IntStream predecessors(int object) {
      int hub = object - object % FAN;
      return object == hub ? IntStream.empty() : IntStream.of(hub);
    }
  },
  /** No references: declarations of a hundred instances each. */
  FOR_EACH {
    @Override
    IntStream predecessors(int object) {
      return IntStream.empty();
    }
  };

  /** How long the chains of {@link #CHAINS} are. */
  static final int CHAIN = 10;

  /** How many objects a fan of {@link #FANS} has. */
  public static final int FAN = 101;

  /** How many instances a declaration of {@link #FOR_EACH} has. */
  static final int INSTANCES = 100;

  abstract IntStream predecessors(int object);
}
