package dev.ashlar.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Ashlar;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.Expression;
import dev.ashlar.plan.Plan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each function in the reference of the language gives what the page says. */
class FunctionsOfLanguageTest {
  private static final Pattern ROW =
      Pattern.compile("^\\| `(\\w+)` \\| `([^`]+)` \\| `([^`]*)` \\|", Pattern.MULTILINE);

  @Test
  void everyExampleGivesItsResult() {
    Map<String, String> results = new LinkedHashMap<>();
    Blueprint.Builder blueprint = Blueprint.named("functions");
    ROW.matcher(Page.named("reference/language.md").text())
        .results()
        .forEach(
            row -> {
              String output = "of_" + row.group(1);
              blueprint.output(output, Expression.cel(row.group(2), Object.class));
              results.put(output, row.group(3));
            });
    assertThat(results).hasSizeGreaterThanOrEqualTo(18);
    try (Ashlar ashlar = Ashlar.builder().build()) {
      Plan plan = ashlar.open(Environment.of("functions", blueprint.build())).plan().join();
      assertThat(plan.diagnostics()).isEmpty();
      results.forEach(
          (output, result) ->
              assertThat(plan.outputs().get(output).after().toString())
                  .as("%s", output)
                  .isEqualTo(result));
    }
  }
}
