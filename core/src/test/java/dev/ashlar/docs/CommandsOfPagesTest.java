package dev.ashlar.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages speak of commands and options that the command line has, and of each of them. */
class CommandsOfPagesTest {
  private static final Path SOURCES =
      Page.ROOT.resolve("examples/cli/src/main/java/dev/ashlar/cli");
  private static final Pattern COMMAND =
      Pattern.compile("@CommandLine\\.Command\\(\\s*name = \"([a-z]+)\"");
  private static final Pattern OPTION = Pattern.compile("\"(--[a-z-]+)\"");
  private static final Pattern CALL = Pattern.compile("^\\$ ashlar ([a-z]+)(.*)$");

  static Stream<Page> pages() {
    return Page.all().stream().filter(page -> !page.blocks("console").isEmpty());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void whatIsTypedIsThere(Page page) throws IOException {
    Set<String> commands = found(COMMAND);
    Set<String> options = found(OPTION);
    for (Page.Block block : page.blocks("console")) {
      block
          .code()
          .lines()
          .map(CALL::matcher)
          .filter(java.util.regex.Matcher::find)
          .forEach(
              call -> {
                assertThat(commands).as("%s", page).contains(call.group(1));
                Stream.of(call.group(2).split("[ =]"))
                    .filter(word -> word.startsWith("--"))
                    .forEach(word -> assertThat(options).as("%s", page).contains(word));
              });
    }
  }

  @Test
  void theReferenceTellsOfEachCommandAndOption() throws IOException {
    String reference = Page.named("reference/cli.md").text();
    assertThat(found(COMMAND))
        .allSatisfy(name -> assertThat(reference).containsPattern("`[^`\\n]*\\b" + name + "\\b"));
    assertThat(found(OPTION)).allSatisfy(name -> assertThat(reference).contains("`" + name));
  }

  private static Set<String> found(Pattern pattern) throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.toList()) {
        all.append(Files.readString(file));
      }
      Set<String> found =
          pattern
              .matcher(all)
              .results()
              .map(match -> match.group(1))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(found).isNotEmpty();
      return found;
    }
  }
}
