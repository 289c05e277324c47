package dev.ashlar.schema.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.RandomSchemas;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.value.Value;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for any two values of any schema. */
class EquivalencePropertiesTest {
  private static final int RUNS = 2_000;

  @Test
  void aKnownValueMeansTheSameAsItself() {
    for (int seed = 0; seed < RUNS; seed++) {
      RandomSchemas random = new RandomSchemas(new Random(seed));
      ResourceSchema schema = random.schema();
      Value.MapValue value = random.value(schema);

      assertThat(Equivalences.properties(schema, value, value, Scope.WHOLE))
          .as("seed %d", seed)
          .isEqualTo(Equality.EQUAL);
      assertThat(Differences.properties(schema, value, value, Scope.WHOLE))
          .as("seed %d", seed)
          .isEmpty();
    }
  }

  @Test
  void theAnswerIsTheSameTheOtherWayRound() {
    for (int seed = 0; seed < RUNS; seed++) {
      RandomSchemas random = new RandomSchemas(new Random(seed));
      ResourceSchema schema = random.schema();
      Value.MapValue first = random.value(schema);
      Value.MapValue second = random.altered(schema, first);

      assertThat(Equivalences.properties(schema, first, second, Scope.WHOLE))
          .as("seed %d", seed)
          .isEqualTo(Equivalences.properties(schema, second, first, Scope.WHOLE));
    }
  }

  @Test
  void thereAreDifferencesExactlyWhereValuesAreNotEquivalent() {
    for (int seed = 0; seed < RUNS; seed++) {
      RandomSchemas random = new RandomSchemas(new Random(seed));
      ResourceSchema schema = random.schema();
      Value.MapValue first = random.value(schema);
      Value.MapValue second = random.altered(schema, first);

      for (Scope scope : Scope.values()) {
        Equality equality = Equivalences.properties(schema, first, second, scope);
        var differences = Differences.properties(schema, first, second, scope);
        assertThat(differences.isEmpty())
            .as("seed %d %s", seed, scope)
            .isEqualTo(equality == Equality.EQUAL);
        assertThat(differences.stream().anyMatch(d -> d.equality() == Equality.DIFFERENT))
            .as("seed %d %s", seed, scope)
            .isEqualTo(equality == Equality.DIFFERENT);
      }
    }
  }

  @Test
  void everyDifferenceNamesTheAttributeAtItsPlace() {
    for (int seed = 0; seed < RUNS; seed++) {
      RandomSchemas random = new RandomSchemas(new Random(seed));
      ResourceSchema schema = random.schema();
      Value.MapValue first = random.value(schema);

      for (Difference difference :
          Differences.properties(schema, first, random.altered(schema, first), Scope.WHOLE)) {
        assertThat(schema.attributesAt(difference.path()))
            .as("seed %d %s", seed, difference.path())
            .isEqualTo(difference.chain())
            .extracting(Attribute::name)
            .isNotEmpty();
      }
    }
  }
}
