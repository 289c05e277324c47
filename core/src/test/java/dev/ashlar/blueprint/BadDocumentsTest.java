package dev.ashlar.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every way in which a document can be wrong by itself: all problems at once, each at its place,
 * with what to do. The documents stand beside what is said of them, in {@code golden/blueprint} and
 * {@code golden/environment}.
 */
class BadDocumentsTest {

  static Stream<String> documents() throws IOException {
    List<String> names = new ArrayList<>();
    for (String folder : List.of("blueprint", "environment")) {
      try (Stream<Path> files = Files.list(Golden.file(folder))) {
        files
            .map(file -> file.getFileName().toString())
            .filter(name -> !name.endsWith(".golden") && !name.startsWith("_"))
            .sorted()
            .forEach(name -> names.add(folder + "/" + name));
      }
    }
    return names.stream();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void isRefusedWithEveryProblemAtItsPlace(String name) {
    Source source = Source.file(Golden.file(name));
    Checked<?> read =
        name.startsWith("blueprint/") ? Blueprint.read(source) : Documents.read(source);

    assertThat(read.value()).isEmpty();
    assertThat(read.diagnostics()).isNotEmpty().allSatisfy(BadDocumentsTest::saysWhereAndWhat);
    Golden.check(name + ".golden", render(read.diagnostics(), Golden.file(name).getParent()));
  }

  @Test
  void thereAreMany() throws IOException {
    assertThat(documents().count()).isGreaterThanOrEqualTo(70);
  }

  private static void saysWhereAndWhat(Diagnostic problem) {
    assertThat(problem.location()).isPresent();
    assertThat(problem.code()).matches("(blueprint|expression)\\.[a-z0-9-]+");
    assertThat(problem.detail()).matches("(?s).+[.?]");
  }

  private static String render(List<Diagnostic> problems, Path folder) {
    return problems.stream()
        .map(
            problem ->
                problem.toString().replace(folder + "/", "")
                    + problem.canvas().map(element -> " on " + element).orElse("")
                    + "\n")
        .collect(Collectors.joining());
  }
}
