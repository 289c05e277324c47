package dev.ashlar.endtoend;

import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.connector.Failure;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.drift.DriftReport;
import dev.ashlar.execution.Decision;
import dev.ashlar.execution.Outcome;
import dev.ashlar.execution.Run;
import dev.ashlar.governance.AuditLog;
import dev.ashlar.memory.CloudObject;
import dev.ashlar.memory.Fault;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.memory.VirtualTime;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.plan.PlanText;
import dev.ashlar.state.KeyService;
import dev.ashlar.state.SecretSource;
import dev.ashlar.state.StateStore;
import dev.ashlar.state.secret.MemoryKeys;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * One life of an environment that is full of secrets, drawn from a seed: plans, files of plans,
 * applies that succeed, fail or die, recoveries, rollbacks, drift, imports; and everything that is
 * said or written meanwhile, but to the cloud, goes to the scan.
 */
final class CanaryLife {
  private static final List<String> PARTS =
      List.of(
          "part: { type: parts::Part, properties: { Name: a, Password: \"${params.token}\","
              + " Token: \"${upper(params.token)}\", Size: SIZE } }",
          "composed: { type: memory::Value, properties: { input: { header: \"Bearer"
              + " ${params.token}\", encoded: \"${base64Encode(params.token)}\" }, replaceOn: SIZE"
              + " } }",
          "stored: { type: memory::Secret, properties: { Name: api, Value: \"${params.other}/SIZE\""
              + " } }",
          "fetched: { type: parts::Part, properties: { Name: b, Token: \"${locals.header}\","
              + " Labels: \"${params.keys}\" } }",
          "plain: { type: memory::Value, properties: { input: SIZE } }");

  private static final Map<String, List<String>> AFTER =
      Map.of(
          "composed",
          List.of(
              "second: { type: memory::Value, properties: { input: \"${composed.output.header}\" }"
                  + " }",
              "third: { type: memory::Secret, properties: { Name: third, Value:"
                  + " \"${composed.output.encoded}\" } }"),
          "part",
          List.of(
              "beside: { type: memory::Value, properties: { input: \"${part.Token} at"
                  + " ${part.Arn}\" } }"));

  private final long seed;
  private final Random random;
  private final UnaryOperator<String> leak;
  private final CanaryScan scan = new CanaryScan();
  private final VirtualTime time = VirtualTime.stepped();
  private final MemoryCloud cloud;
  private final RecordingStore records = new RecordingStore(StateStore.inMemory(time::now));
  private final KeyService keys = new MemoryKeys(new Random(1));
  private final AuditLog audit = AuditLog.inMemory();
  private final Map<String, String> variables = new TreeMap<>();
  private final Map<String, Integer> deeds;
  private Environment environment;

  /**
   * A life.
   *
   * @param leak what becomes of the texts of plans: the same, unless a leak is planted
   * @param deeds counts what was done
   */
  CanaryLife(long seed, UnaryOperator<String> leak, Map<String, Integer> deeds) {
    this.seed = seed;
    this.random = new Random(seed);
    this.leak = leak;
    this.deeds = deeds;
    this.cloud = MemoryCloud.builder().time(time).seed(seed).build();
    this.environment = declared();
  }

  private String secret(String kind) {
    return kind + " " + CanaryScan.CANARY + " " + seed + "-" + random.nextInt(1000);
  }

  private Environment declared() {
    StringBuilder text =
        new StringBuilder(
            "apiVersion: ashlar.dev/v1\nkind: Blueprint\nmetadata: { name: shop, version: 1.0.0 }\n"
                + "parameters:\n"
                + "  token: { type: string, sensitive: true }\n"
                + "  other: { type: string, sensitive: true }\n"
                + "  keys: { type: map, items: { type: string }, sensitive: true }\n"
                + "locals: { header: \"Basic ${params.other}\" }\n"
                + "providers: { parts: { region: east, token: \"${params.token}\" } }\n"
                + "resources:\n");
    List<String> outputs = new ArrayList<>();
    for (String part : PARTS) {
      if (random.nextInt(4) > 0) {
        add(text, part);
        String name = part.substring(0, part.indexOf(':'));
        AFTER.getOrDefault(name, List.of()).stream()
            .filter(each -> random.nextBoolean())
            .forEach(each -> add(text, each));
        if (name.equals("composed")) {
          outputs.add("  header: { value: \"${composed.output}\", sensitive: true }\n");
        }
      }
    }
    add(text, "always: { type: memory::Value, properties: { input: SIZE } }");
    if (!outputs.isEmpty()) {
      text.append("outputs:\n").append(String.join("", outputs));
    }
    variables.put("OTHER", secret("other"));
    return Environment.of(
            "shop", Blueprint.read(Source.text("shop.yaml", text.toString())).orThrow())
        .parameter("token", Value.secret(Value.of(secret("token"))))
        .parameter(
            "other",
            new Environment.SecretReference(
                "env:OTHER", dev.ashlar.blueprint.Place.inCode("a test")))
        .parameter("keys", Value.secret(Value.map(Map.of("k", Value.of(secret("key"))))));
  }

  private void add(StringBuilder text, String resource) {
    text.append("  ").append(resource.replace("SIZE", "" + (1 + random.nextInt(3)))).append('\n');
  }

  private Ashlar engine(StateStore store) {
    return Ashlar.builder()
        .state(store)
        .keys(keys)
        .audit(audit)
        .addProvider(cloud)
        .addProvider(cloud.standIn(Parts.DESCRIPTOR, Parts.CATALOG))
        .addSecretSource(SecretSource.variables(variables))
        .executor(time)
        .time(time)
        .random(new Random(seed))
        .build();
  }

  /** Lives, and gives what the scan has to look at. */
  CanaryScan live() {
    try {
      int rounds = 1 + random.nextInt(2);
      for (int round = 0; round < rounds; round++) {
        round(round);
        environment = declared();
      }
    } catch (RuntimeException | AssertionError thrown) {
      scan.see(thrown);
      throw new AssertionError("seed " + seed, thrown);
    }
    records.given().forEach(scan::see);
    var content = audit.read(environment.id()).toCompletableFuture().join();
    scan.see(content.bytes());
    return scan;
  }

  private void did(String deed) {
    deeds.merge(deed, 1, Integer::sum);
  }

  private void round(int round) {
    int entries = random.nextInt(3) == 0 ? 1 + random.nextInt(12) : Integer.MAX_VALUE;
    boolean whole;
    try (Ashlar ashlar = engine(new DyingStore(records, entries))) {
      Workspace workspace = ashlar.open(environment);
      strike();
      whole = applied(workspace, mode(round));
    }
    cloud.calm();
    time.advance(Duration.ofMinutes(11));
    try (Ashlar ashlar = engine(new DyingStore(records, Integer.MAX_VALUE))) {
      Workspace workspace = ashlar.open(environment);
      if (!whole) {
        did("crash or failure");
        recovered(workspace, List.of());
      }
      if (random.nextBoolean()) {
        drift(workspace);
      }
      if (random.nextInt(3) == 0) {
        did("rollback");
        applied(workspace, PlanMode.rollback());
      }
      scan.see(time.run(workspace.state()));
      scan.see(time.run(workspace.policies()));
      scan.see(time.run(ashlar.audit(environment.id(), List.of())));
    }
  }

  private PlanMode mode(int round) {
    if (round == 0 && random.nextBoolean()) {
      did("import");
      String id =
          cloud.add(
              "memory::Value",
              Value.map(Map.of("input", Value.secret(Value.of(secret("imported"))))));
      return PlanMode.apply().adopting(Map.of(Address.parse("always").orElseThrow(), id));
    }
    return random.nextInt(6) == 0 ? PlanMode.of(PlanMode.Purpose.DESTROY) : PlanMode.apply();
  }

  private void strike() {
    if (random.nextInt(3) > 0) {
      return;
    }
    List<Fault> faults =
        List.of(
            Fault.refusal(Failure.invalid("no good")),
            Fault.lostResponse(),
            Fault.timeoutAfterEffect(),
            Fault.partialCreate(),
            Fault.outage(),
            Fault.throttling(Duration.ofSeconds(1)));
    cloud.fault(faults.get(random.nextInt(faults.size())).probability(0.4).times(3));
  }

  private boolean applied(Workspace workspace, PlanMode mode) {
    Plan plan = time.run(workspace.plan(mode));
    scan.see(leak.apply(plan.toJson()));
    scan.see(plan);
    scan.see(PlanText.plain().render(plan));
    scan.see(plan.changes() + " " + plan.outputs() + " " + plan.origin() + plan.context());
    plan.changes().forEach(each -> scan.see(each.planned() + " " + each.attributes()));
    scan.see(plan.diagnostics());
    did(plan.hasErrors() ? "refused plan" : "plan");
    Plan read =
        random.nextBoolean()
            ? Plan.read(Source.text("plan.json", plan.toJson())).value().orElse(plan)
            : plan;
    Run run = workspace.apply(read);
    run.onEvent(scan::see);
    Outcome outcome = time.run(run.outcome());
    saw(outcome);
    return outcome instanceof Outcome.Succeeded;
  }

  private void saw(Outcome outcome) {
    scan.see(outcome);
    scan.see(outcome.summary() + outcome.diagnostics() + outcome.state() + outcome.changes());
    scan.see(outcome.state().objects());
    scan.see(outcome.state().outputs());
    did(outcome.getClass().getSimpleName());
  }

  private void recovered(Workspace workspace, List<Decision.Answer> answers) {
    Outcome outcome =
        time.run(workspace.recover(answers.toArray(Decision.Answer[]::new)).outcome());
    saw(outcome);
    if (outcome instanceof Outcome.NeedsDecision stuck && answers.isEmpty()) {
      scan.see(stuck.decisions());
      recovered(
          workspace,
          stuck.decisions().stream()
              .map(
                  each ->
                      new Decision.Answer(
                          each.operation(), Decision.Choice.FORGET, java.util.Optional.empty()))
              .toList());
    }
  }

  private void drift(Workspace workspace) {
    for (CloudObject object : cloud.objects()) {
      if (object.type().equals("parts::Part")) {
        String changed = secret("drifted");
        cloud.tamper(
            object.type(),
            object.id(),
            old -> old.with("Token", Value.of(changed)).with("Size", Value.of(9)));
      }
    }
    DriftReport report = time.run(workspace.drift());
    scan.see(report);
    report.edits().forEach(scan::see);
    did("drift");
    applied(
        workspace,
        PlanMode.of(random.nextBoolean() ? PlanMode.Purpose.REPAIR : PlanMode.Purpose.ACCEPT));
  }
}
