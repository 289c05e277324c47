package dev.ashlar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Each command is built only when it is asked for, and looks as if it had been there all along. */
class CommandsTest {
  @TempDir private Path directory;

  static Stream<String> names() {
    return Stream.concat(Commands.NAMES.stream(), Later.NAMES.stream());
  }

  private static List<String> built(String... arguments) {
    CommandLine line = new CommandLine(CommandLine.Model.CommandSpec.create());
    Commands.addTo(line, arguments);
    return List.copyOf(line.getSubcommands().keySet());
  }

  @ParameterizedTest
  @MethodSource("names")
  void onlyTheCommandThatIsNamedIsBuilt(String name) {
    assertThat(built(name, "--help")).containsExactly(name);
  }

  @Test
  void forTheVersionNoneIsBuilt() {
    assertThat(built("--version")).isEmpty();
  }

  @Test
  void forHelpForNothingAndForWhatIsNoCommandAllAreBuilt() {
    List<String> all = names().toList();
    assertThat(built("--help")).isEqualTo(all);
    assertThat(built()).isEqualTo(all);
    assertThat(built("plam", "x.yaml")).isEqualTo(all);
  }

  @ParameterizedTest
  @MethodSource("names")
  void helpOfACommandIsHeadedByItsWholeName(String name) {
    Shell.Result result = new Shell(directory).run(name, "--help");
    assertThat(result.exit()).isZero();
    assertThat(result.out()).startsWith("Usage: ashlar " + name);
  }

  @Test
  void aCommandThatIsAlmostOneIsSuggested() {
    Shell.Result result = new Shell(directory).run("plam", "x.yaml");
    assertThat(result.exit()).isEqualTo(64);
    assertThat(result.err()).contains("There is no command plam. Did you mean plan?");
  }

  @Test
  void theVersionIsOneLine() {
    Shell.Result result = new Shell(directory).run("--version");
    assertThat(result.exit()).isZero();
    assertThat(result.out()).matches("ashlar \\S+\\R");
  }
}
