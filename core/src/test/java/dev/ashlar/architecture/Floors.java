package dev.ashlar.architecture;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.tngtech.archunit.core.domain.JavaClass;

/** The packages of core from the ground up: each may import only what stands before it. */
final class Floors {
  /** The facade's own package, {@code dev.ashlar}, stands on top and has no name of its own. */
  static final String FRONT = "";

  static final ImmutableList<String> ORDER =
      ImmutableList.of(
          "value",
          "diagnostic",
          "schema",
          "connector",
          "expression",
          "blueprint",
          "state",
          "graph",
          "plan",
          "observation",
          "execution",
          "drift",
          "governance",
          "interchange",
          "telemetry",
          "memory",
          FRONT);

  /** Never exported: their types may change from one day to the next. */
  static final ImmutableSet<String> INTERNAL =
      ImmutableSet.of("expression", "graph", "observation", "telemetry");

  private static final String ROOT = "dev.ashlar";

  private Floors() {}

  /** Whether the class is one of core's, and not of the relocated CEL below it. */
  static boolean holds(JavaClass type) {
    String name = type.getPackageName();
    return (name.equals(ROOT) || name.startsWith(ROOT + ".")) && !ofCel(type);
  }

  static boolean ofCel(JavaClass type) {
    return (type.getPackageName() + ".").startsWith(ROOT + ".cel.");
  }

  /** The floor's name, which is not on the list when somebody added a package without a place. */
  static String of(String packageName) {
    if (packageName.equals(ROOT)) {
      return FRONT;
    }
    String below = packageName.substring(ROOT.length() + 1);
    int dot = below.indexOf('.');
    return dot < 0 ? below : below.substring(0, dot);
  }

  static String packageOf(String floor) {
    return floor.equals(FRONT) ? ROOT : ROOT + "." + floor;
  }
}
