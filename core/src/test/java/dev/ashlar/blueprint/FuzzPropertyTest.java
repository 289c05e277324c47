package dev.ashlar.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Broken documents are told and never thrown; what is still sound can be written and read. */
@Timeout(120)
class FuzzPropertyTest {
  private static final List<String> TOKENS =
      List.of(
          "${",
          "}",
          "$${",
          "&a ",
          "*a",
          "!x ",
          "!!int ",
          "<<: ",
          "\t",
          "[",
          "]",
          "{",
          "- ",
          ": ",
          ":",
          "\"",
          "'",
          "|",
          ">-",
          "---\n",
          "...\n",
          "%YAML 1.1\n",
          "#",
          "\\",
          "\\u12",
          "? ",
          "@",
          "`",
          ",",
          "\n",
          "\r",
          "  ",
          "null",
          "9999999999999999999999",
          "1e99999",
          "\u0000",
          "\uFEFF",
          "é",
          "😀");

  @Test
  void aBrokenTextIsToldAndNeverThrown() throws IOException {
    List<String> names =
        List.of("text/orders.yaml", "text/orders.written.yaml", "text/orders.written.json");
    for (String name : names) {
      String whole = Files.readString(Golden.file(name));
      for (long seed = 0; seed < 700; seed++) {
        String broken = broken(whole, new Random(seed));
        String label = name + " with seed " + seed;
        Checked<Document> read = Documents.read(Source.text(name, broken));
        assertThat(read.diagnostics())
            .as(label)
            .allSatisfy(problem -> assertThat(problem.location()).isPresent());
        assertThat(read.isSound() || !read.diagnostics().isEmpty()).as(label).isTrue();
        read.value()
            .ifPresent(document -> assertWritable(label, document.environment().blueprint()));
      }
    }
  }

  @Test
  void brokenBytesAreToldAndNeverThrown(@TempDir Path folder) throws IOException {
    byte[] whole = Files.readAllBytes(Golden.file("text/orders.yaml"));
    Path file = folder.resolve("broken.yaml");
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      byte[] broken = whole.clone();
      for (int i = random.nextInt(3); i >= 0; i--) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
      }
      Files.write(file, broken);
      Checked<Blueprint> read = Blueprint.read(Source.file(file));
      assertThat(read.isSound() || !read.diagnostics().isEmpty()).as("seed %d", seed).isTrue();
    }
  }

  private static void assertWritable(String label, Blueprint blueprint) {
    String yaml = BlueprintText.yaml(blueprint);
    Checked<Blueprint> again = Blueprint.read(Source.text("again.yaml", yaml));
    assertThat(again.diagnostics()).as("%s:%n%s", label, yaml).isEmpty();
    assertThat(BlueprintText.yaml(again.orThrow())).as(label).isEqualTo(yaml);
  }

  private static String broken(String whole, Random random) {
    StringBuilder text = new StringBuilder(whole);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(text.length());
      int end = Math.min(text.length(), at + 1 + random.nextInt(12));
      switch (random.nextInt(6)) {
        case 0 -> text.delete(at, end);
        case 1 -> text.insert(at, text.substring(at, end));
        case 2 -> text.setLength(Math.max(1, at));
        case 3 -> text.setCharAt(at, (char) (' ' + random.nextInt(95)));
        default -> text.insert(at, TOKENS.get(random.nextInt(TOKENS.size())));
      }
    }
    return text.toString();
  }
}
