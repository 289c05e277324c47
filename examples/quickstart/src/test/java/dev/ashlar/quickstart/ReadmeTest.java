package dev.ashlar.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Ashlar;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.memory.MemoryCloud;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that the README shows is compiled and run. */
class ReadmeTest {
  private static final String ACME =
      """
      public record Found(String name, int timeout, String url) {}
      public static final class Acme {
        private final Map<String, Found> queues = new ConcurrentHashMap<>();
        public CompletionStage<String> put(String name, int timeout) {
          queues.put(name, new Found(name, timeout, "https://queues.example/" + name));
          return CompletableFuture.completedFuture("https://queues.example/" + name);
        }
        public CompletionStage<Optional<Found>> get(String name) {
          return CompletableFuture.completedFuture(Optional.ofNullable(queues.get(name)));
        }
        public CompletionStage<Void> remove(String name) {
          queues.remove(name);
          return CompletableFuture.completedFuture(null);
        }
      }
      public static final class AcmeProvider implements Provider {
        private final Acme acme;
        AcmeProvider(Acme acme) { this.acme = acme; }
        @Override public Descriptor descriptor() {
          return Descriptor.of("acme", "1.0.0").owning("acme::");
        }
        @Override public Catalog catalog() {
          return Catalog.of(ResourceType.of(Queue.class, Queue.Outputs.class));
        }
        @Override public ProviderSession open(OpenRequest request) {
          return ProviderSession.of(new QueueConnector(acme));
        }
      }
      private static final String BLUEPRINT = \"""
          apiVersion: ashlar.dev/v1
          kind: Blueprint
          metadata: { name: q, version: 1.0.0 }
          resources:
            jobs: { type: acme::Queue, properties: { Name: jobs, VisibilityTimeout: 60 } }
          \""";
      public static String run() {
        Acme acme = new Acme();
        try (Ashlar ashlar = Ashlar.builder().addProvider(new AcmeProvider(acme)).build()) {
          Blueprint blueprint = Blueprint.read(Source.text("q.yaml", BLUEPRINT)).orThrow();
          Workspace workspace = ashlar.open(Environment.of("q", blueprint));
          Outcome outcome = workspace.apply(workspace.plan().join()).outcome().join();
          return outcome.summary() + " " + acme.queues.keySet() + " "
              + workspace.plan().join().isEmpty();
        }
      }
      """;

  @TempDir private Path directory;
  private Snippets snippets;

  @BeforeEach
  void read() throws Exception {
    snippets = Snippets.of(Path.of("..", "..", "README.md"));
    Files.writeString(directory.resolve("orders.yaml"), snippets.yaml());
  }

  private String here(String code) {
    return code.replace(
        "Path.of(\"orders.yaml\")",
        "Path.of(\"" + directory.resolve("orders.yaml").toString().replace("\\", "\\\\") + "\")");
  }

  @Test
  void theTenLinesThatEmbedItWork() throws Exception {
    String code = here(snippets.java("embed"));
    assertThat(code.lines().filter(line -> !line.isBlank())).hasSizeLessThanOrEqualTo(10);
    Class<?> embed =
        Snippets.compile(
            "Embed", "public static void run() throws Exception {\n" + code + "}", directory);
    PrintStream standard = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, UTF_8));
    try {
      embed.getMethod("run").invoke(null);
    } finally {
      System.setOut(standard);
    }
    assertThat(printed.toString(UTF_8)).contains("3 to create").contains("3 created");
  }

  @Test
  void theConnectorInThirtyFiveLinesWorks() throws Exception {
    String code = snippets.java("connector");
    assertThat(code.lines().filter(line -> !line.isBlank())).hasSizeLessThanOrEqualTo(35);
    Class<?> connector = Snippets.compile("Acme35", code + ACME, directory);
    assertThat(connector.getMethod("run").invoke(null).toString())
        .contains("1 created")
        .contains("[jobs]")
        .endsWith("true");
  }

  @Test
  void theTestInEighteenLinesPasses() throws Exception {
    String code = here(snippets.java("test"));
    Class<?> test =
        Snippets.compile(
            "Holder",
            code.replace("class OrdersTest", "public static class OrdersTest"),
            directory);
    Class<?> inner = test.getClassLoader().loadClass("Holder$OrdersTest");
    var constructor = inner.getDeclaredConstructor();
    constructor.setAccessible(true);
    var method = inner.getDeclaredMethod("uploadsAreEncryptedAndTheSecondPlanIsEmpty");
    method.setAccessible(true);
    method.invoke(constructor.newInstance());
    assertThat(
            code.lines()
                .filter(
                    line ->
                        !line.isBlank() && !line.contains("class OrdersTest") && !line.equals("}")))
        .hasSizeLessThanOrEqualTo(18);
  }

  @Test
  void thereAreExactlyTwoCommandsToSetUp() {
    assertThat(snippets.commands())
        .startsWith("mvn -q -Pquickstart compile", "mvn verify")
        .filteredOn(line -> line.startsWith("mvn"))
        .hasSize(2);
  }

  @Test
  void everyBlueprintThatIsShownIsSound() throws Exception {
    List<Path> pages = List.of(Path.of("..", "..", "README.md"), Path.of("README.md"));
    try (Ashlar ashlar = Ashlar.builder().addProvider(MemoryCloud.create()).build()) {
      int shown = 0;
      for (Path page : pages) {
        for (String yaml : Snippets.of(page).blueprints()) {
          Checked<Blueprint> read = Blueprint.read(Source.text(page.toString(), yaml));
          assertThat(read.diagnostics()).isEmpty();
          Environment environment = Environment.of("shown", read.orThrow());
          assertThat(ashlar.open(environment).check().join()).as("%s", page).isEmpty();
          shown++;
        }
      }
      assertThat(shown).isEqualTo(2);
    }
  }
}
