package dev.ashlar.aws.cloudcontrol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.aws.AwsProvider;
import dev.ashlar.aws.service.Services;
import dev.ashlar.schema.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is said of how types were verified is what the tests do. */
class VerifiedTest {
  private static final Path PAGE = Path.of("..", "docs", "aws.md");
  private static final String BEGIN = "<!-- generated: verified -->\n";
  private static final String END = "<!-- end -->";

  private final Catalog catalogue = new AwsProvider().catalog();

  private Map<String, Integer> counts() {
    Map<String, Integer> counts = new TreeMap<>();
    for (String type : catalogue.types()) {
      counts.merge(how(type), 1, Integer::sum);
    }
    return counts;
  }

  private String how(String type) {
    return catalogue.schema(type).orElseThrow().assumptions().stream()
        .filter(line -> line.startsWith("Verified: "))
        .map(line -> line.substring("Verified: ".length()).replaceFirst(" \\(.*", ""))
        .findFirst()
        .orElse("not provisionable");
  }

  private static List<String> tuned() {
    return Services.present(VerifiedTest.class.getClassLoader()).types();
  }

  private static List<String> samples() {
    List<String> samples = Samples.types();
    samples.removeAll(tuned());
    return samples;
  }

  @Test
  void exactlyTheSamplesThatAreNotTunedAreVerifiedAgainstTheFake() {
    assertThat(catalogue.types().stream().filter(type -> how(type).equals("fake")))
        .containsExactlyElementsOf(samples());
  }

  @Test
  void exactlyTheTunedTypesAreVerifiedAgainstAnEmulator() {
    assertThat(catalogue.types().stream().filter(type -> how(type).equals("emulator")))
        .containsExactlyElementsOf(tuned());
  }

  private static String names(List<String> types) {
    return types.stream().map(type -> "`" + type + "`").collect(Collectors.joining(", "));
  }

  @Test
  void thePageHasTheTable() throws IOException {
    String table =
        "\n| how | types |\n|---|---|\n"
            + counts().entrySet().stream()
                .map(entry -> "| " + entry.getKey() + " | " + entry.getValue() + " |\n")
                .collect(Collectors.joining())
            + "\nTuned, against an emulator: "
            + names(tuned())
            + ".\n\nAgainst the fake: "
            + names(samples())
            + ".\n\n";
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    String updated = page.substring(0, begin) + table + page.substring(page.indexOf(END));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, updated);
    }
    assertThat(page).as("run again with -Dgolden.update=true").isEqualTo(updated);
  }
}
