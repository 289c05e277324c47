package dev.ashlar.graph.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.graph.Compiled;
import dev.ashlar.graph.Graph;
import dev.ashlar.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every way in which a blueprint that can be read is still wrong: all problems at once, each at its
 * place, with what to do. The documents stand beside what is said of them, in {@code golden/graph}.
 */
class BadBlueprintsTest {
  private static final String FOLDER = "graph";

  static Stream<String> documents() throws IOException {
    try (Stream<Path> files = Files.list(Golden.file(FOLDER))) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yaml"))
              .sorted()
              .toList();
      return names.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void isRefusedWithEveryProblemAtItsPlace(String name) {
    Source source = Source.file(Golden.file(FOLDER).resolve(name));

    Checked<Graph> checked = Compiled.check(Blueprint.read(source).orThrow());

    assertThat(checked.value()).isEmpty();
    assertThat(checked.diagnostics()).isNotEmpty().allSatisfy(BadBlueprintsTest::saysWhereAndWhat);
    Golden.check(FOLDER + "/" + name + ".golden", render(checked.diagnostics()));
  }

  @Test
  void thereAreMany() throws IOException {
    assertThat(documents().count()).isGreaterThanOrEqualTo(25);
  }

  private static void saysWhereAndWhat(Diagnostic problem) {
    assertThat(problem.location()).isPresent();
    assertThat(problem.code()).matches("(graph|expression|schema|connector)\\.[a-z0-9-]+");
    assertThat(problem.detail()).isNotBlank();
  }

  private static String render(List<Diagnostic> problems) {
    String prefix = Golden.file(FOLDER) + "/";
    return problems.stream()
        .map(problem -> problem.toString().replace(prefix, "") + about(problem) + "\n")
        .collect(Collectors.joining());
  }

  private static String about(Diagnostic problem) {
    return problem.address().map(address -> " on " + address).orElse("")
        + problem.canvas().map(element -> " at canvas " + element).orElse("");
  }
}
