package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.Place;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Outcome;
import dev.ashlar.execution.Run;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanText;
import dev.ashlar.state.StateStore;
import dev.ashlar.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A secret goes to the cloud, and to nobody else. */
class SecretsTest {
  private static final String CANARY = "canary-7Wq2";
  private static final String BODY =
      """
      parameters:
        token: { type: string, sensitive: true }
        keys: { type: map, items: { type: string }, sensitive: true }
      locals:
        header: "Bearer ${params.token}"
      providers:
        parts: { region: east, token: "${params.token}" }
      resources:
        part:
          type: parts::Part
          properties: { Name: a, Password: "${params.token}", Token: "${upper(params.token)}", Labels: "${params.keys}" }
        value: { type: memory::Value, properties: { input: { header: "${locals.header}", encoded: "${base64Encode(params.token)}" } } }
        stored: { type: memory::Secret, properties: { Name: api, Value: "${value.output.header}" } }
      outputs:
        header: { value: "${value.output}", sensitive: true }
      """;

  private final RecordingStore store = new RecordingStore(StateStore.inMemory());
  private final Queue<String> seen = new ConcurrentLinkedQueue<>();
  private final Scene scene = new Scene(builder -> builder.state(store));

  @AfterEach
  void close() {
    scene.close();
  }

  private void clean() {
    String base64 =
        Base64.getEncoder().encodeToString(CANARY.getBytes(StandardCharsets.UTF_8)).substring(0, 8);
    assertThat(seen).isNotEmpty();
    for (Queue<String> texts : List.of(seen, store.given())) {
      for (String text : texts) {
        assertThat(text).doesNotContainIgnoringCase(CANARY).doesNotContain(base64);
      }
    }
  }

  private Environment secret(Environment environment, String canary) {
    return environment
        .parameter("token", Value.secret(Value.of(canary)))
        .parameterText("keys", "{\"k\": \"" + canary + "\"}");
  }

  private Plan planned() {
    Plan plan = scene.plan();
    seen.add(plan.toJson());
    seen.add(plan.toString());
    seen.add(PlanText.plain().render(plan));
    seen.add(plan.changes() + " " + plan.outputs() + " " + plan.origin() + plan.context());
    plan.changes()
        .forEach(
            change -> seen.add(change.planned() + " " + change.declared() + change.attributes()));
    seen.add(plan.diagnostics().toString());
    return plan;
  }

  private Outcome applied(Plan plan) {
    Run run = scene.workspace().apply(plan);
    run.onEvent(event -> seen.add(event.toString()));
    Outcome outcome = scene.time().run(run.outcome());
    seen.add(outcome.toString());
    seen.add(outcome.summary() + outcome.diagnostics() + outcome.state() + outcome.changes());
    seen.add(outcome.state().objects().toString() + outcome.state().outputs());
    return outcome;
  }

  @Test
  void neitherPlansNorRecordsNorEventsShowOne() {
    scene.declare(BODY).with(environment -> secret(environment, CANARY));
    assertThat(applied(planned())).isInstanceOf(Outcome.Succeeded.class);
    assertThat(scene.actual("part", "Password")).hasToString("(secret)");
    assertThat(scene.left()).isEmpty();
    scene.with(environment -> secret(environment, CANARY + "-next"));
    Plan change = planned();
    assertThat(change.changes()).hasSize(3);
    Plan read = Plan.read(Source.text("plan.json", change.toJson())).orThrow();
    assertThat(applied(read)).isInstanceOf(Outcome.Succeeded.class);
    assertThat(scene.left()).isEmpty();
    clean();
    String records = String.join("", store.given());
    assertThat(records).as("the store was written to").contains("part");
  }

  @Test
  void whatFailsDoesNotShowOne() {
    scene
        .declare(
            """
            parameters: { token: { type: string, sensitive: true } }
            resources:
              decoded: { type: memory::Value, properties: { input: "${jsonDecode(params.token)}" } }
              cut: { type: memory::Value, properties: { input: "${int(params.token)}" } }
              keyed: { type: memory::Value, properties: { input: "${{'a': 1}[params.token]}" } }
              zone: { type: memory::Zone, properties: { Name: "${params.token}" } }
            """)
        .with(environment -> environment.parameter("token", Value.secret(Value.of(CANARY))));
    Plan plan = planned();
    assertThat(plan.hasErrors()).isTrue();
    applied(plan);
    clean();
  }

  @Test
  void aReferenceIsResolvedWhilePlanningAndAgainWhileApplying() {
    scene.variables.put("TOKEN", CANARY);
    scene
        .declare(
            """
            parameters: { token: { type: string, sensitive: true } }
            resources:
              part: { type: parts::Part, properties: { Name: a, Token: "${params.token}" } }
            """)
        .with(
            environment ->
                environment.parameter(
                    "token", new Environment.SecretReference("env:TOKEN", Place.inCode("a test"))));
    Plan plan = planned();
    assertThat(plan.toJson()).contains("env:TOKEN");
    Plan read = Plan.read(Source.text("plan.json", plan.toJson())).orThrow();
    scene.variables.put("TOKEN", CANARY + "-2");
    Outcome changed = applied(read);
    assertThat(changed).isInstanceOf(Outcome.Refused.class);
    assertThat(changed.diagnostics())
        .extracting(problem -> problem.code())
        .containsExactly("execution.secret-changed");
    scene.variables.remove("TOKEN");
    assertThat(applied(read)).isInstanceOf(Outcome.Refused.class);
    scene.variables.put("TOKEN", CANARY);
    assertThat(applied(read)).isInstanceOf(Outcome.Succeeded.class);
    assertThat(scene.left()).isEmpty();
    clean();
  }
}
