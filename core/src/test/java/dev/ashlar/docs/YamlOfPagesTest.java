package dev.ashlar.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Ashlar;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.governance.PolicyCases;
import dev.ashlar.governance.PolicyPack;
import dev.ashlar.governance.Roles;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.state.SecretSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every YAML block is sound: whole documents as they stand, parts of a blueprint below a head. One
 * with the note {@code refused: CODE} has exactly this kind of error.
 */
class YamlOfPagesTest {
  private static final String HEAD =
      "apiVersion: ashlar.dev/v1\nkind: Blueprint\nmetadata: { name: orders, version: 1.0.0 }\n";

  @TempDir private Path directory;

  static Stream<Page> pages() {
    return Page.all().stream().filter(page -> !page.blocks("yaml").isEmpty());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void isSoundOrRefusedAsItSays(Page page) throws IOException {
    for (Page.Block block : page.blocks("yaml")) {
      String file = block.noted("file");
      if (!file.isEmpty()) {
        Files.writeString(directory.resolve(file), block.code());
      }
    }
    try (Ashlar ashlar =
        Ashlar.builder()
            .addProvider(MemoryCloud.create())
            .addSecretSource(SecretSource.variables(Map.of("ORDERS_TOKEN", "t0ken")))
            .build()) {
      for (Page.Block block : page.blocks("yaml")) {
        if (!block.noted("file").isEmpty() && block.code().contains("kind: Blueprint")) {
          continue; // The environments of the page are of it, and set its parameters.
        }
        String refused = block.noted("refused");
        List<String> errors =
            check(ashlar, block).stream()
                .filter(Diagnostic::isError)
                .map(problem -> refused.isEmpty() ? problem.toString() : problem.code())
                .distinct()
                .toList();
        assertThat(errors)
            .as("%s:%n%s", page, block.code())
            .isEqualTo(refused.isEmpty() ? List.of() : List.of(refused));
      }
    }
  }

  private List<Diagnostic> check(Ashlar ashlar, Page.Block block) throws IOException {
    String text = block.code().startsWith("apiVersion:") ? block.code() : HEAD + block.code();
    if (text.contains("kind: PolicyPack")) {
      Checked<PolicyPack> pack = PolicyPack.read(Source.text("pack.yaml", text));
      return pack.value().map(ashlar::check).orElseGet(pack::diagnostics);
    }
    if (text.contains("kind: Roles")) {
      return Roles.read(Source.text("roles.yaml", text)).diagnostics();
    }
    if (text.contains("kind: PolicyTest")) {
      Path file = Files.writeString(directory.resolve("test-under-test.yaml"), text);
      return ashlar.test(PolicyCases.read(Source.file(file)).orThrow()).orThrow().failures();
    }
    Checked<Environment> read;
    if (text.contains("kind: Environment")) {
      Path file = Files.writeString(directory.resolve("environment-under-test.yaml"), text);
      read = Environment.read(Source.file(file));
    } else {
      read =
          Blueprint.read(Source.text("orders.yaml", text))
              .map(blueprint -> Environment.of("orders-staging", blueprint).stage("staging"));
    }
    return read.value().isEmpty()
        ? read.diagnostics()
        : ashlar.open(read.value().get()).check().join();
  }
}
