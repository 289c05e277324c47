package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Outcome;
import dev.ashlar.plan.Plan;
import dev.ashlar.state.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was shown is what is applied, or nothing is. */
class AlteredPlansTest {
  private static final String BODY =
      """
      parameters: { token: { type: string, sensitive: true, default: hush } }
      resources:
        a: { type: memory::Value, properties: { input: one, replaceOn: x }, source: { canvas: n1 } }
        b: { type: memory::Value, properties: { input: "${a.output}" }, lifecycle: { onRemove: retain } }
        c: { type: parts::Part, properties: { Name: c, Token: "${params.token}" } }
      outputs:
        said: { value: "${b.output}" }
      """;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Scene scene = new Scene();

  @BeforeEach
  void somethingToChange() {
    scene.declare(BODY).applied();
    scene.declare(BODY.replace("one", "two").replace("x }", "y }"));
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private void refused(Plan plan, String code) {
    State before = scene.state();
    Outcome outcome = scene.apply(plan);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.diagnostics()).extracting(problem -> problem.code()).contains(code);
    assertThat(outcome.state()).isEqualTo(before);
    assertThat(scene.state()).isEqualTo(before);
  }

  @Test
  void anOutdatedPlanIsRefused() {
    Plan plan = scene.plan();
    scene.applied();
    refused(plan, "execution.outdated-plan");
  }

  @Test
  void aPlanWithoutASealIsRefused() {
    refused(scene.plan().toBuilder().seal("").build(), "execution.broken-seal");
  }

  @Test
  void aPlanWithErrorsIsRefused() {
    Plan plan = scene.declare("imports: { none: { environment: nowhere } }\n").plan();
    assertThat(plan.hasErrors()).isTrue();
    assertThat(plan.digest()).isEmpty();
    refused(plan, "execution.plan-with-errors");
  }

  @Test
  void aPlanOfAnotherEnvironmentIsRefused() {
    Blueprint blueprint =
        Blueprint.read(
                Source.text(
                    "other.yaml",
                    "apiVersion: ashlar.dev/v1\nkind: Blueprint\nmetadata: { name: other, version:"
                        + " 1.0.0 }\n"))
            .orThrow();
    var other = scene.ashlar.open(Environment.of("other", blueprint));
    Outcome outcome = scene.time().run(other.apply(scene.plan()).outcome());
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(scene.time().run(other.state()).orThrow().objects()).isEmpty();
  }

  @Test
  void aPlanFromAnEngineWithOtherKeysIsRefused() {
    try (Scene other = new Scene(builder -> builder.random(new Random(7)))) {
      other.declare(BODY).applied();
      Plan plan = other.declare(BODY.replace("one", "two").replace("x }", "y }")).plan();
      refused(plan, "execution.broken-seal");
    }
  }

  @Test
  void aPlanOutOfOrderIsRefused() {
    Plan plan = scene.plan();
    var backwards = new ArrayList<>(plan.changes());
    Collections.reverse(backwards);
    refused(plan.toBuilder().changes(backwards).build(), "execution.broken-seal");
  }

  /** What a person reads in the file follows from what is applied, or is not read at all. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/changes/0/address",
        "/changes/0/id",
        "/changes/0/action",
        "/changes/0/type",
        "/changes/0/risk",
        "/changes/1/attributes/0/path",
        "/summary/delete",
        "/summary/no-op",
        "/origin/blueprint"
      })
  void whatIsShownIsWhatIsApplied(String pointer) throws IOException {
    Plan plan = scene.plan();
    ObjectNode file = (ObjectNode) JSON.readTree(plan.toJson());
    JsonNode old = file.at(pointer);
    int cut = pointer.lastIndexOf('/');
    ObjectNode parent = (ObjectNode) file.at(pointer.substring(0, cut));
    String name = pointer.substring(cut + 1);
    if (old.isInt()) {
      parent.put(name, old.asInt() + 1);
    } else {
      parent.put(name, name.equals("action") ? "no-op" : name.equals("risk") ? "safe" : "zz");
    }
    assertThat(file.at(pointer)).isNotEqualTo(old);
    Checked<Plan> read = Plan.read(Source.text("plan.json", file.toString()));
    if (read.value().isPresent()) {
      refused(read.orThrow(), "execution.broken-seal");
    } else {
      assertThat(read.diagnostics())
          .extracting(Diagnostic::code)
          .containsExactly("plan.unreadable");
    }
  }

  @Test
  void aWordMoreIsOneTooMany() throws IOException {
    ObjectNode file = (ObjectNode) JSON.readTree(scene.plan().toJson());
    file.put("note", "harmless");
    assertThat(Plan.read(Source.text("plan.json", file.toString())).value()).isEmpty();
  }

  @Test
  void aPlanThatIsLaidOutOtherwiseIsTheSame() throws IOException {
    String file = JSON.readTree(scene.plan().toJson()).toPrettyString();
    Plan read = Plan.read(Source.text("plan.json", file)).orThrow();
    assertThat(scene.apply(read)).isInstanceOf(Outcome.Succeeded.class);
  }

  /** Whatever bytes are altered: it is no plan, or it is refused, or nothing was altered at all. */
  @Test
  void noAlteredByteGoesUnnoticed() throws IOException {
    Plan plan = scene.plan();
    byte[] file = plan.toJson().getBytes(StandardCharsets.UTF_8);
    State before = scene.state();
    long seed = 20260101;
    Random random = new Random(seed);
    int applied = 0;
    for (int i = 0; i < 1_500; i++) {
      byte[] altered = file.clone();
      int at = random.nextInt(altered.length);
      altered[at] = other(altered[at], random);
      String text = new String(altered, StandardCharsets.UTF_8);
      Checked<Plan> read = Plan.read(Source.text("plan.json", text));
      if (read.value().isEmpty()) {
        assertThat(read.diagnostics()).as("seed %d, edit %d", seed, i).isNotEmpty();
        continue;
      }
      if (read.orThrow().toJson().equals(plan.toJson())) {
        assertThat(JSON.readTree(text))
            .as("seed %d, edit %d at byte %d", seed, i, at)
            .isEqualTo(JSON.readTree(file));
        continue;
      }
      applied++;
      Outcome outcome = scene.apply(read.orThrow());
      assertThat(outcome)
          .as("seed %d, edit %d at byte %d of%n%s", seed, i, at, text)
          .isInstanceOf(Outcome.Refused.class);
    }
    assertThat(applied).isGreaterThan(100);
    assertThat(scene.state()).isEqualTo(before);
    assertThat(scene.apply(plan)).isInstanceOf(Outcome.Succeeded.class);
  }

  private static byte other(byte old, Random random) {
    String likely = "0123456789abcdefxyz\"{}[],: true";
    byte next = old;
    while (next == old) {
      next =
          random.nextInt(4) == 0
              ? (byte) random.nextInt(128)
              : (byte) likely.charAt(random.nextInt(likely.length()));
    }
    return next;
  }
}
