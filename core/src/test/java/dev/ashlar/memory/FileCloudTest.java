package dev.ashlar.memory;

import static dev.ashlar.memory.Cloud.map;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.connector.Provider;
import dev.ashlar.connector.call.Observed;
import dev.ashlar.diagnostic.DiagnosticsException;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A cloud in a file: what one process makes, the next one finds, whatever became of the first. */
@Timeout(60)
class FileCloudTest {
  private static final String QUEUE = "memory::Queue";

  @TempDir Path directory;

  @Test
  void whatOneProcessMakesTheNextOneFinds() {
    Cloud first = open();
    String network = first.id("memory::Network", map("CidrBlock", "10.0.0.0/16"));
    Observed made = first.read("memory::Network", network).orElseThrow();

    assertThat(open().read("memory::Network", network)).contains(made);
  }

  @Test
  void twoProcessesSeeEachOthersChangesAtOnce() {
    Cloud one = open();
    Cloud two = open();

    one.create(QUEUE, map("Name", "jobs"));
    assertThat(two.read(QUEUE, "jobs")).isPresent();
    two.update(QUEUE, "jobs", map("Name", "jobs", "VisibilityTimeout", 7));
    assertThat(one.read(QUEUE, "jobs").orElseThrow().properties().get("VisibilityTimeout"))
        .isEqualTo(Value.of(7));
    two.delete(QUEUE, "jobs");
    two.close();

    assertThat(one.read(QUEUE, "jobs")).isEmpty();
    assertThat(one.create(QUEUE, map("Name", "jobs")).id()).contains("jobs");
  }

  @Test
  void identityKeysAndReferencesHoldAcrossProcesses() {
    String network = open().id("memory::Network", map("CidrBlock", "10.0.0.0/16"));
    open().create("memory::Subnet", map("NetworkId", network, "CidrBlock", "10.0.0.0/24"));
    open().create(QUEUE, map("Name", "jobs"));
    String key = Cloud.answer(open().tryCreate("memory::Key", map(), "k")).id().orElseThrow();

    assertThat(open().tryDelete("memory::Network", network).failure()).isPresent();
    assertThat(open().tryCreate(QUEUE, map("Name", "jobs"), "other").failure()).isPresent();
    assertThat(Cloud.answer(open().tryCreate("memory::Key", map(), "k")).id()).contains(key);
  }

  @Test
  void afterACleanCloseThereIsOneLineForEachLivingObject() throws IOException {
    Cloud cloud = open();
    for (String name : List.of("a", "b", "c")) {
      cloud.create(QUEUE, map("Name", name));
      cloud.update(QUEUE, name, map("Name", name, "VisibilityTimeout", 1));
    }
    cloud.delete(QUEUE, "b");
    assertThat(lines()).hasSize(7);

    cloud.close();

    assertThat(lines())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).startsWith("{\"type\":\"memory::Queue\",\"id\":\""));
    assertThat(open().search(QUEUE, map(), 10)).extracting(Observed::id).containsExactly("a", "c");
  }

  @Test
  void aDatabaseThatIsBeingMadeIsStillBeingMadeForTheNextProcess() {
    MemoryCloud slow = MemoryCloud.builder().file(file()).speed(0.001).build();
    Value.MapValue orders =
        map("Name", "orders", "Engine", "MYSQL", "AdminPassword", "correct horse");
    String token =
        Cloud.answer(Cloud.of(slow).tryCreate("memory::Database", orders, "k"))
            .token()
            .orElseThrow();
    slow.open(new NoConfiguration()).close();

    assertThat(Cloud.answer(open().tryResume("memory::Database", token, Operation.CREATE)).token())
        .contains(token);
  }

  @Test
  void openingAndClosingReadsNoMoreThanTheFirstLine() throws IOException {
    open().create(QUEUE, map("Name", "a"));
    open().create(QUEUE, map("Name", "b"));
    String text = Files.readString(file()) + "no object\n";
    Files.writeString(file(), text);

    MemoryCloud.inFile(file()).open(new NoConfiguration()).close();

    assertThat(Files.readString(file())).isEqualTo(text);
    assertThatThrownBy(this::ids).hasMessageContaining("line 3 of " + file());
  }

  @Test
  void aLineThatIsNoObjectIsFoundByTheFirstWhoAsks() throws IOException {
    open().create(QUEUE, map("Name", "a"));
    Files.writeString(file(), Files.readString(file()) + "no object\n");

    assertThat(open().tryCreate(QUEUE, map("Name", "b"), "k").failure())
        .hasValueSatisfying(
            failure -> assertThat(failure.toString()).contains("line 2 of " + file()));
  }

  @Test
  void readingMakesNoFile() {
    assertThat(open().read(QUEUE, "jobs")).isEmpty();

    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void theFileMayLieInADirectoryThatIsNotThereYet() {
    MemoryCloud memory = MemoryCloud.inFile(directory.resolve("a/b/memory.json"));

    memory.add(QUEUE, map("Name", "jobs"));

    assertThat(directory.resolve("a/b/memory.json")).exists();
  }

  @Test
  void aProcessThatIsKilledInTheMiddleOfALineLosesNothingElse() throws IOException {
    Cloud cloud = open();
    List<List<String>> states = new ArrayList<>();
    states.add(ids());
    for (String name : List.of("a", "b")) {
      cloud.create(QUEUE, map("Name", name));
      states.add(ids());
    }
    cloud.update(QUEUE, "a", map("Name", "a", "Tags", map("caf\u00e9", "\uD83D\uDE00")));
    states.add(ids());
    cloud.delete(QUEUE, "b");
    states.add(ids());
    byte[] whole = Files.readAllBytes(file());

    int secondLast = nthEnd(whole, 2);
    for (int length = secondLast; length <= whole.length; length++) {
      byte[] torn = Arrays.copyOf(whole, length);
      Files.write(file(), torn);
      List<String> state = states.get(ends(torn));
      assertThat(ids()).as("cut at %d", length).isEqualTo(state);

      if (length % 40 == 0) {
        MemoryCloud.inFile(file()).add(QUEUE, map("Name", "next"));
        List<String> expected = new ArrayList<>(state);
        expected.add("next");
        assertThat(ids()).as("written after a cut at %d", length).isEqualTo(expected);
      }
    }
  }

  private static int ends(byte[] lines) {
    return (int) new String(lines, UTF_8).chars().filter(c -> c == '\n').count();
  }

  /** The length of so many lines. */
  private static int nthEnd(byte[] lines, int count) {
    int length = 0;
    for (int seen = 0; seen < count; length++) {
      seen += lines[length] == '\n' ? 1 : 0;
    }
    return length;
  }

  @Test
  void aLineThatIsNoObjectIsRefusedAndTheFileLeftAsItIs() throws IOException {
    open().create(QUEUE, map("Name", "jobs"));
    Files.writeString(file(), "not a line\n" + Files.readString(file()));
    String before = Files.readString(file());

    assertThatThrownBy(() -> open().create(QUEUE, map("Name", "other")))
        .isInstanceOf(DiagnosticsException.class)
        .hasMessageContaining("line 1 of " + file() + " is no object of the simulated cloud");
    assertThat(Files.readString(file())).isEqualTo(before);
  }

  @Test
  void aPersonMayEditTheFileWhileTheCloudIsOpen() throws IOException {
    Cloud cloud = open();
    cloud.create(QUEUE, map("Name", "jobs"));
    cloud.create(QUEUE, map("Name", "mail"));

    Files.writeString(
        file(),
        Files.readString(file())
            .replace("\"VisibilityTimeout\":30", "\"VisibilityTimeout\":12345")
            .replaceAll("(?m)^.*\"mail\".*\\n", ""));

    assertThat(cloud.read(QUEUE, "jobs").orElseThrow().properties().get("VisibilityTimeout"))
        .isEqualTo(Value.of(12_345));
    assertThat(cloud.read(QUEUE, "mail")).isEmpty();
  }

  @Test
  void aFileThatIsTakenAwayIsAnEmptyCloud() throws IOException {
    Cloud cloud = open();
    cloud.create(QUEUE, map("Name", "jobs"));

    Files.delete(file());

    assertThat(cloud.read(QUEUE, "jobs")).isEmpty();
    cloud.create(QUEUE, map("Name", "jobs"));
    assertThat(lines()).hasSize(1);
  }

  @Test
  void secretsAreNotReadableInTheFileAndComeBackAllTheSame() throws IOException {
    open()
        .create("memory::Value", map("input", map("password", Value.secret(Value.of("hunter2")))));
    open().create("memory::Secret", map("Name", "token", "Value", "t0ps3cret"));

    try (Stream<Path> files = Files.list(directory)) {
      for (Path each : files.toList()) {
        assertThat(Files.readString(each)).doesNotContain("hunter2").doesNotContain("t0ps3cret");
      }
    }
    CloudObject secret = MemoryCloud.inFile(file()).object("memory::Secret", "token").orElseThrow();
    assertThat(secret.properties().get("Value")).isEqualTo(Value.secret(Value.of("t0ps3cret")));
    assertThat(open().search("memory::Value", map(), 1).get(0).outputs().get("output"))
        .isEqualTo(map("password", Value.secret(Value.of("hunter2"))));
  }

  @Test
  void withoutItsKeyAFileWithSecretsIsRefused() throws IOException {
    open().create("memory::Secret", map("Name", "token", "Value", "t0ps3cret"));
    Files.delete(directory.resolve("memory.json.key"));

    assertThatThrownBy(this::ids)
        .hasMessageContaining("there is no key in " + directory.resolve("memory.json.key"));
  }

  @Test
  void manyThreadsOfTwoProcessesLoseNothing() throws InterruptedException {
    List<MemoryCloud> processes = List.of(MemoryCloud.inFile(file()), MemoryCloud.inFile(file()));
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int number = i;
      Thread thread =
          new Thread(
              () -> {
                await(start);
                for (int j = 0; j < 25; j++) {
                  processes.get(number % 2).add(QUEUE, map("Name", "q-" + number + "-" + j));
                }
              });
      threads.add(thread);
      thread.start();
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(ids()).hasSize(100);
    assertThat(processes.get(0).objects()).hasSize(100);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path file() {
    return directory.resolve("memory.json");
  }

  private Cloud open() {
    return Cloud.of(MemoryCloud.inFile(file()));
  }

  private List<String> ids() {
    return MemoryCloud.inFile(file()).objects().stream()
        .map(object -> object.id() + version(object))
        .toList();
  }

  private static String version(CloudObject object) {
    return object.properties().get("Tags").equals(Value.NULL) ? "" : " tagged";
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(file());
  }

  /** Opens with nothing set. */
  private record NoConfiguration() implements Provider.OpenRequest {
    @Override
    public Value.MapValue configuration() {
      return Value.MapValue.EMPTY;
    }

    @Override
    public <C> C configuration(Class<C> type) {
      throw new UnsupportedOperationException();
    }
  }
}
