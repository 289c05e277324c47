package dev.ashlar.aws.catalogue;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ResourceSchema.NameRule;
import dev.ashlar.schema.Shape;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the engine makes a name where the user gives none: such as the type's pattern takes. Where it
 * takes none of the usual forms, the cloud makes the name.
 */
final class Names {
  private static final int SHORTEST = 12;
  private static final int USUAL = 64;

  private Names() {}

  static Optional<NameRule> rule(Attribute name) {
    int longest = Math.min(USUAL, name.constraints().maxLength().orElse(USUAL));
    boolean isName =
        name.name().endsWith("Name")
            && name.shape() == Shape.Primitive.STRING
            && !name.required()
            && name.constraints().allowed().isEmpty();
    if (!isName || longest < SHORTEST) {
      return Optional.empty();
    }
    for (String separator : new String[] {"-", "_"}) {
      if (takes(name, "a" + separator + "b1" + separator + "0123abcd")) {
        // Many services take lower case only, and few patterns say so.
        return Optional.of(new NameRule(name.name(), longest, true, separator));
      }
    }
    return Optional.empty();
  }

  private static boolean takes(Attribute name, String sample) {
    return name.constraints()
        .pattern()
        .map(pattern -> Pattern.compile(pattern).matcher(sample).find())
        .orElse(true);
  }
}
