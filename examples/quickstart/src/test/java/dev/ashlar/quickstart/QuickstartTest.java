package dev.ashlar.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.memory.MemoryCloud;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The story is told once; each chapter says what it should. */
class QuickstartTest {
  private static final MemoryCloud CLOUD = MemoryCloud.create();
  private static String story;

  @BeforeAll
  static void tell() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    Quickstart.run(new Narrator(new PrintStream(printed, true, UTF_8), false), CLOUD);
    story = printed.toString(UTF_8);
  }

  private static String chapter(int number) {
    int from = story.indexOf("\n" + number + ". ");
    int to = story.indexOf("\n" + (number + 1) + ". ");
    return story.substring(from + 1, to < 0 ? story.length() : to);
  }

  @Test
  void theSlipIsFoundInItsBox() {
    assertThat(chapter(1))
        .contains("canvas node-11")
        .contains("VisibilityTimeuot is not a property of memory::Queue")
        .contains("did you mean VisibilityTimeout?");
  }

  @Test
  void theFirstPlanCreatesFourteenBoxes() {
    assertThat(chapter(2)).contains("14 to create; 0 unchanged.");
    assertThat(chapter(2).lines().filter(line -> line.startsWith("     + "))).hasSize(15);
  }

  @Test
  void applyingItCreatesThem() {
    assertThat(chapter(3))
        .contains("14/14 ✓ ")
        .contains("✓ database created (box node-9)")
        .endsWith("succeeded: 14 created\n");
  }

  @Test
  void theSecondPlanIsEmpty() {
    assertThat(chapter(4)).contains("Nothing to change; 14 unchanged.");
  }

  @Test
  void theEditIsAnUpdateAndAReplacement() {
    assertThat(chapter(5))
        .contains("MemoryMegabytes  512 → 1024")
        .contains("\"shop:1.4\" → \"shop:1.5\"  forces replacement")
        .contains("succeeded: 1 updated, 1 replaced");
  }

  @Test
  void theDriftIsFoundInItsBoxAndRepaired() {
    assertThat(chapter(6))
        .contains("! uploads (box node-8): Versioning was applied as ON and is OFF now")
        .contains("succeeded: 1 updated");
  }

  @Test
  void nothingIsLeft() {
    assertThat(chapter(7)).contains("succeeded: 14 deleted").contains("The cloud holds 0 objects");
    assertThat(CLOUD.objects()).isEmpty();
  }

  @Test
  void thePasswordIsNowhere() {
    assertThat(story).doesNotContain("battery").contains("AdminPassword     (secret)");
  }

  /** What is done at once may end in any order, and so the lines of progress are put in order. */
  @Test
  void theWholeStoryReadsAsItShould() throws Exception {
    Path golden = Path.of("src", "test", "resources", "golden", "story.txt");
    String told =
        story
            .lines()
            .map(line -> line.replaceFirst("^ +\\d+(/\\d+ ✓)", "     …$1"))
            .collect(Collectors.joining("\n", "", "\n"));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, inOrder(told));
    }
    assertThat(inOrder(told)).isEqualTo(Files.readString(golden));
  }

  private static String inOrder(String told) {
    StringBuilder text = new StringBuilder();
    TreeSet<String> progress = new TreeSet<>();
    for (String line : told.lines().toList()) {
      if (line.startsWith("     …")) {
        progress.add(line);
      } else {
        progress.forEach(made -> text.append(made).append('\n'));
        progress.clear();
        text.append(line).append('\n');
      }
    }
    return text.toString();
  }
}
