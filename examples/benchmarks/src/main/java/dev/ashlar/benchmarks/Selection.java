package dev.ashlar.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is to be measured.
 *
 * @param parts which kinds of runs
 * @param commands sizes for the command line
 * @param process sizes in this process, beside 10,000
 * @param terraform sizes for the comparison
 * @param store whether the ratios are stored instead of compared
 */
record Selection(
    Set<Part> parts,
    List<Integer> commands,
    List<Integer> process,
    List<Integer> terraform,
    boolean store) {
  private static final String USAGE =
      "usage: measure [--only=PART,…] [--commands=N,…] [--process=N,…] [--terraform=N,…] [--store]"
          + " with PART one of commands, terraform, process, edits, schedule,"
          + " flight, tenants";

  /** A kind of runs. */
  enum Part {
    COMMANDS,
    TERRAFORM,
    PROCESS,
    EDITS,
    SCHEDULE,
    FLIGHT,
    TENANTS
  }

  static Selection of(List<String> arguments) {
    Set<Part> parts = EnumSet.allOf(Part.class);
    List<Integer> commands = List.of(5_000, 100_000);
    List<Integer> process = List.of(100_000);
    List<Integer> terraform = List.of(1_000, 2_000);
    boolean store = false;
    for (String argument : arguments) {
      String value = argument.substring(argument.indexOf('=') + 1);
      switch (argument.contains("=") ? argument.substring(0, argument.indexOf('=')) : argument) {
        case "--only" -> parts = parts(value);
        case "--commands" -> commands = sizes(value);
        case "--process" -> process = sizes(value);
        case "--terraform" -> terraform = sizes(value);
        case "--store" -> store = true;
        default -> throw new IllegalArgumentException(USAGE);
      }
    }
    return new Selection(parts, commands, process, terraform, store);
  }

  boolean wants(Part part) {
    return parts.contains(part);
  }

  private static Set<Part> parts(String names) {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    for (String name : names.split(",", -1)) {
      parts.add(
          Arrays.stream(Part.values())
              .filter(part -> part.name().equals(name.toUpperCase(Locale.ROOT)))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException(USAGE)));
    }
    return parts;
  }

  private static List<Integer> sizes(String numbers) {
    List<Integer> sizes = new ArrayList<>();
    for (String number : numbers.split(",", -1)) {
      try {
        sizes.add(Integer.valueOf(number.replace("_", "")));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(USAGE, e);
      }
    }
    return sizes;
  }
}
