package dev.ashlar.plan.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.OutputChange;
import dev.ashlar.plan.Plan;
import dev.ashlar.state.State;
import dev.ashlar.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A whole plan as JSON: equal plans give equal bytes. */
public final class PlanJson {
  private static final long LIMIT = 1L << 30;

  private PlanJson() {}

  /** The plan as text. */
  public static String text(Plan plan) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(plan, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(UTF_8);
  }

  /** Writes the plan; the stream stays open. */
  public static void write(Plan plan, OutputStream to) throws IOException {
    try (JsonGenerator out = PlanFormat.MAPPER.createGenerator(to)) {
      out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      write(plan, out);
    }
  }

  /** Writes the plan as one object. */
  public static void write(Plan plan, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeNumberField("format", PlanFormat.VERSION);
    out.writeStringField("digest", plan.digest());
    out.writeStringField("seal", plan.seal());
    if (plan.follows().isPresent()) {
      out.writeStringField("follows", plan.follows().get());
    } else {
      out.writeNullField("follows");
    }
    out.writeStringField("environment", plan.environment().name());
    out.writeStringField("tenant", plan.environment().tenant());
    out.writeNumberField("serial", plan.serial());
    out.writeObjectFieldStart("summary");
    for (Action action : Action.values()) {
      out.writeNumberField(action.text(), plan.summary().getOrDefault(action, 0));
    }
    out.writeEndObject();
    out.writeArrayFieldStart("changes");
    for (Change change : plan.changes()) {
      ChangeWriter.write(out, change);
    }
    out.writeEndArray();
    outputs(out, plan.outputs());
    out.writeArrayFieldStart("diagnostics");
    for (Diagnostic diagnostic : plan.diagnostics()) {
      DiagnosticJson.write(out, diagnostic);
    }
    out.writeEndArray();
    origin(out, plan.origin());
    out.writeStringField("observations", plan.observations());
    out.writeStringField("onFailure", plan.onFailure().name().toLowerCase(Locale.ROOT));
    out.writeFieldName("context");
    ContextJson.write(out, plan.context());
    out.writeEndObject();
  }

  private static void outputs(JsonGenerator out, Map<String, OutputChange> outputs)
      throws IOException {
    out.writeObjectFieldStart("outputs");
    for (Map.Entry<String, OutputChange> entry : outputs.entrySet()) {
      OutputChange output = entry.getValue();
      boolean whollyUnknown = output.after() instanceof Value.UnknownValue;
      out.writeObjectFieldStart(entry.getKey());
      PlanFormat.value(out, "before", output.before());
      PlanFormat.value(out, "after", whollyUnknown ? Value.NULL : output.after());
      if (whollyUnknown) {
        PlanFormat.value(out, "afterType", output.after());
      }
      out.writeBooleanField("unknown", PlanFormat.unknown(output.after()));
      out.writeBooleanField("changed", output.changed());
      out.writeBooleanField("sensitive", output.sensitive());
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  private static void origin(JsonGenerator out, State.Origin origin) throws IOException {
    out.writeObjectFieldStart("origin");
    out.writeStringField("blueprint", origin.blueprint());
    out.writeStringField("version", origin.version());
    PlanFormat.value(out, "parameters", origin.parameters());
    ContextJson.flags(out, "flags", origin.flags());
    out.writeEndObject();
  }

  /** Reads a plan. Whether its digest and seal hold is for others to check. */
  public static Checked<Plan> read(Source source) {
    byte[] bytes;
    try {
      bytes = source.read(LIMIT);
    } catch (IOException e) {
      return refused(FormatProblems.PLAN_UNREADABLE, source, "The file cannot be read.");
    }
    if (bytes.length > LIMIT) {
      return refused(FormatProblems.PLAN_UNREADABLE, source, "The file is larger than 1 GiB.");
    }
    try {
      JsonNode root = PlanFormat.MAPPER.readTree(bytes);
      if (!root.isObject() || !root.path("format").isInt()) {
        return refused(
            FormatProblems.PLAN_UNREADABLE,
            source,
            "This is not a plan: write one with plan --out.");
      }
      int format = root.get("format").asInt();
      if (format != PlanFormat.VERSION) {
        return refused(
            FormatProblems.PLAN_FORMAT,
            source,
            "The plan is in format " + format + "; this engine reads " + PlanFormat.VERSION + ".");
      }
      return Checked.of(plan(root));
    } catch (JsonProcessingException e) {
      return Checked.refused(
          List.of(
              Diagnostic.of(
                      FormatProblems.PLAN_UNREADABLE,
                      "This is not JSON: plan again and apply that.")
                  .at(
                      new Diagnostic.Location(
                          source.name(),
                          Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getLineNr()),
                          Math.max(
                              1, e.getLocation() == null ? 1 : e.getLocation().getColumnNr())))));
    } catch (IOException | IllegalArgumentException e) {
      return refused(
          FormatProblems.PLAN_UNREADABLE,
          source,
          "The plan is damaged or was altered: plan again and apply that.");
    }
  }

  private static Checked<Plan> refused(Code code, Source source, String detail) {
    return Checked.refused(
        List.of(Diagnostic.of(code, detail).at(new Diagnostic.Location(source.name(), 1, 1))));
  }

  private static Plan plan(JsonNode root) throws IOException {
    Plan.Builder plan =
        Plan.builder(
            new Environment.Id(
                ChangeReader.text(root, "tenant"), ChangeReader.text(root, "environment")),
            ChangeReader.child(root, "serial").asLong());
    List<Change> changes = new ArrayList<>();
    for (JsonNode change : ChangeReader.child(root, "changes")) {
      changes.add(ChangeReader.read(change));
    }
    Map<String, OutputChange> outputs = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : ChangeReader.child(root, "outputs").properties()) {
      JsonNode node = entry.getValue();
      JsonNode unknown = node.get("afterType");
      outputs.put(
          entry.getKey(),
          output(
              PlanFormat.value(ChangeReader.child(node, "before")),
              PlanFormat.value(unknown != null ? unknown : ChangeReader.child(node, "after")),
              ChangeReader.child(node, "sensitive").asBoolean(),
              ChangeReader.child(node, "changed").asBoolean()));
    }
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (JsonNode diagnostic : ChangeReader.child(root, "diagnostics")) {
      diagnostics.add(DiagnosticJson.read(diagnostic));
    }
    JsonNode origin = ChangeReader.child(root, "origin");
    String digest = ChangeReader.text(root, "digest");
    return plan.digest(digest)
        .observations(ChangeReader.text(root, "observations"))
        .seal(ChangeReader.text(root, "seal"))
        .follows(ChangeReader.optional(root, "follows"))
        .changes(changes)
        .unchanged(ChangeReader.child(root, "summary").path(Action.NO_OP.text()).asInt())
        .outputs(outputs)
        .diagnostics(diagnostics)
        .origin(
            new State.Origin(
                ChangeReader.text(origin, "blueprint"),
                ChangeReader.text(origin, "version"),
                digest,
                PlanFormat.map(ChangeReader.child(origin, "parameters")),
                ContextJson.flags(ChangeReader.child(origin, "flags"))))
        .onFailure(
            ChangeReader.word(Environment.OnFailure.class, ChangeReader.text(root, "onFailure")))
        .context(ContextJson.read(ChangeReader.child(root, "context")))
        .build();
  }

  /**
   * What was written of two secrets is the same; that they differ is kept by what stands before.
   */
  private static OutputChange output(
      Value before, Value after, boolean sensitive, boolean changed) {
    boolean alike = after instanceof Value.SecretValue && before.equals(after);
    if (!alike) {
      return new OutputChange(before, after, sensitive);
    }
    return new OutputChange(changed ? Value.secret(Value.NULL) : after, after, sensitive);
  }
}
