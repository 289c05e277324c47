package dev.ashlar.plan.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.OutputChange;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.state.State;
import dev.ashlar.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
    try (JsonGenerator out = PlanFormat.FACTORY.createGenerator(to)) {
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
    if (plan.restores().isPresent()) {
      out.writeNumberField("restores", plan.restores().getAsLong());
    }
    if (plan.purpose() != PlanMode.Purpose.APPLY) {
      out.writeStringField("purpose", plan.purpose().text());
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
    VerdictJson.write(out, plan.policies());
    GovernanceJson.write(out, plan);
    ApprovalJson.write(out, plan);
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
      int format = format(bytes);
      if (format == 0) {
        return refused(
            FormatProblems.PLAN_UNREADABLE,
            source,
            "This is not a plan: write one with plan --out.");
      }
      if (format != PlanFormat.VERSION) {
        return refused(
            FormatProblems.PLAN_FORMAT,
            source,
            "The plan is in format " + format + "; this engine reads " + PlanFormat.VERSION + ".");
      }
      try (JsonParser in = PlanFormat.FACTORY.createParser(bytes)) {
        in.nextToken();
        Plan plan = PlanReader.read(in);
        return Faithful.isSaid(plan, bytes)
            ? Checked.of(plan)
            : refused(
                FormatProblems.PLAN_UNREADABLE,
                source,
                "The plan contradicts itself, so it was altered: plan again and apply that.");
      }
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

  /** The format, which stands first as a rule; 0 where there is none. */
  private static int format(byte[] bytes) throws IOException {
    try (JsonParser in = PlanFormat.FACTORY.createParser(bytes)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        in.skipChildren();
        return 0;
      }
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        boolean format = in.currentName().equals("format");
        if (in.nextToken() == JsonToken.VALUE_NUMBER_INT && format) {
          return in.getIntValue();
        }
        in.skipChildren();
      }
      return 0;
    }
  }
}
