package dev.ashlar.fuzzing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Ashlar;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.governance.AuditLog;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.plan.Plan;
import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.Samples;
import dev.ashlar.state.State;
import dev.ashlar.state.StateStore;
import dev.ashlar.state.format.EntryText;
import dev.ashlar.state.format.SnapshotText;
import dev.ashlar.state.secret.TestKeyrings;
import dev.ashlar.value.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever stands in a file, it is read or refused as is declared: no other exception, no overflow,
 * no end of the memory, no end of patience. One input again: {@code -Dfuzz.seed=N -Dfuzz.inputs=1};
 * more: {@code -Dfuzz.inputs=N}, for each form.
 */
class FuzzingTest {
  private static final long SEED = Long.getLong("fuzz.seed", 9_000_000L);
  private static final int INPUTS = Integer.getInteger("fuzz.inputs", 34_000);

  private static final String BLUEPRINT =
      """
      apiVersion: ashlar.dev/v1
      kind: Blueprint
      metadata: { name: shop, version: 1.0.0 }
      parameters:
        size: { type: integer, default: 3, minimum: 1, maximum: 9 }
        zones: { type: map, items: { type: integer }, default: { a: 1, b: 2 } }
        secret: { type: string, sensitive: true, default: "x" }
      flags: { extra: { default: false } }
      locals: { prefix: "${env.name}-${params.size}" }
      resources:
        net: { type: "memory::Network", properties: { CidrBlock: 10.0.0.0/16 } }
        subs:
          type: memory::Subnet
          forEach: "${params.zones}"
          properties: { NetworkId: "${net.id}", CidrBlock: "10.0.${each.value}.0/24" }
        files:
          type: memory::Bucket
          when: "${!flags.extra}"
          dependsOn: [net]
          lifecycle: { preventDestroy: false, ignoreChanges: [Tags] }
        value: { type: memory::Value, properties: { input: { a: [1, 2.5, true, null], b: "${params.secret}" } } }
      outputs:
        id: { value: "${net.id}" }
        hidden: { value: "${value.output}", sensitive: true }
      """;

  private static final String ENVIRONMENT =
      """
      apiVersion: ashlar.dev/v1
      kind: Environment
      metadata: { name: production }
      stage: production
      tenant: acme
      onFailure: rollback
      parameters: { size: 4, secret: { secret: "env:TOKEN" } }
      flags: { extra: true }
      blueprint:
        apiVersion: ashlar.dev/v1
        kind: Blueprint
        metadata: { name: inner }
        resources: { a: { type: memory::Value } }
      """;

  private final Map<Form, List<String>> seeds = new EnumMap<>(Form.class);

  FuzzingTest() throws IOException {
    seeds.put(Form.DOCUMENT, List.of(BLUEPRINT, ENVIRONMENT));
    seeds.put(Form.POLICY, List.of(pack()));
    seeds.put(Form.STATE, List.of(snapshot()));
    seeds.put(Form.JOURNAL, List.of(journal()));
    lived();
  }

  /** The first policies of a pack: as they are written, and quickly read. */
  private static String pack() throws IOException {
    try (InputStream in =
        Ashlar.class.getResourceAsStream(
            "/dev/ashlar/governance/policy/pack/baseline-memory.yaml")) {
      String whole = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      int policies = whole.indexOf("  - id: ");
      int end = policies;
      for (int i = 0; i < 5; i++) {
        end = whole.indexOf("  - id: ", end + 1);
      }
      return whole.substring(0, end);
    }
  }

  private static List<JournalEntry> entries() {
    return List.of(
        Samples.runBegan(4),
        Samples.creating(Samples.queue("queue")),
        Samples.created(Samples.queue("queue")),
        Samples.created(Samples.database()),
        Samples.runEnded());
  }

  private static String snapshot() {
    State.Builder state = State.builder(Samples.STAGING, "");
    entries().forEach(state::apply);
    return text(new SnapshotText(TestKeyrings.of(Samples.STAGING, 1)).write(state.build()));
  }

  private static String journal() {
    EntryText text = new EntryText(TestKeyrings.of(Samples.STAGING, 1));
    return String.join("\n", entries().stream().map(each -> text(text.write(each))).toList());
  }

  private static String text(Bytes bytes) {
    return new String(bytes.toArray(), UTF_8);
  }

  /** Plans and an audit log that an engine wrote. */
  private void lived() {
    AuditLog audit = AuditLog.inMemory();
    List<String> plans = new ArrayList<>();
    try (Ashlar ashlar =
        Ashlar.builder()
            .state(StateStore.inMemory())
            .audit(audit)
            .addProvider(MemoryCloud.create())
            .build()) {
      Environment environment =
          Environment.of("shop", Blueprint.read(Source.text("shop", BLUEPRINT)).orThrow());
      Plan first = ashlar.open(environment).plan().join();
      assertThat(first.hasErrors()).as("%s", first.diagnostics()).isFalse();
      plans.add(first.toJson());
      ashlar.open(environment).apply(first).outcome().join();
      Plan second = ashlar.open(environment.parameter("size", 5)).plan().join();
      plans.add(second.toJson());
      String log = text(audit.read(environment.id()).toCompletableFuture().join().bytes());
      seeds.put(
          Form.AUDIT, List.of(log, ashlar.anchor(environment.id()).join().orThrow().toJson()));
    }
    seeds.put(Form.PLAN, plans);
  }

  @Test
  void whatIsNotBrokenIsRead() {
    for (Form form : Form.values()) {
      assertThat(seeds.get(form)).as("%s", form).isNotEmpty().allMatch(text -> text.length() > 50);
    }
    assertThat(Plan.read(Source.text("p.json", seeds.get(Form.PLAN).get(0))).isSound()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  @Timeout(value = 900, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void whateverStandsInAFileIsReadOrRefusedAsDeclared(Form form) {
    List<String> texts = Objects.requireNonNull(seeds.get(form));
    List<String> failures =
        LongStream.range(SEED, SEED + INPUTS)
            .parallel()
            .mapToObj(seed -> failure(form, texts, seed))
            .flatMap(Optional::stream)
            .limit(5)
            .toList();
    assertThat(failures).isEmpty();
  }

  private static Optional<String> failure(Form form, List<String> texts, long seed) {
    Random random = new Random(seed * 31 + form.ordinal());
    String broken = new Mutator(random, texts).mutated(texts.get(random.nextInt(texts.size())));
    try {
      form.read(broken);
      return Optional.empty();
    } catch (RuntimeException | Error thrown) {
      return Optional.of(
          "-Dfuzz.seed=%s -Dfuzz.inputs=1, %s: %s at %s"
              .formatted(
                  seed, form, thrown, List.of(thrown.getStackTrace()).stream().limit(6).toList()));
    }
  }
}
