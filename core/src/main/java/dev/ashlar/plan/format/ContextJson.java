package dev.ashlar.plan.format;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ashlar.blueprint.Inputs;
import dev.ashlar.blueprint.Term;
import dev.ashlar.plan.PlanContext;
import dev.ashlar.value.Value;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What applying evaluates with, as JSON. */
final class ContextJson {
  private ContextJson() {}

  static void write(JsonGenerator out, PlanContext context) throws IOException {
    out.writeStartObject();
    Inputs inputs = context.inputs();
    PlanFormat.value(out, "parameters", inputs.parameters());
    out.writeObjectFieldStart("secretReferences");
    for (Map.Entry<String, String> entry : new TreeMap<>(inputs.secretReferences()).entrySet()) {
      out.writeStringField(entry.getKey(), entry.getValue());
    }
    out.writeEndObject();
    flags(out, "flags", inputs.flags());
    PlanFormat.value(out, "env", inputs.env());
    PlanFormat.value(out, "scope", context.scope());
    terms(out, "locals", context.locals());
    out.writeObjectFieldStart("providers");
    for (Map.Entry<String, PlanContext.ProviderUse> use : context.providers().entrySet()) {
      out.writeObjectFieldStart(use.getKey());
      out.writeStringField("provider", use.getValue().provider());
      out.writeStringField("version", use.getValue().version());
      out.writeFieldName("configuration");
      TermJson.write(out, use.getValue().configuration());
      out.writeEndObject();
    }
    out.writeEndObject();
    PlanFormat.value(out, "lookups", Value.map(context.lookups()));
    PlanFormat.value(out, "imports", Value.map(context.imports()));
    terms(out, "outputs", context.outputs());
    PlanFormat.strings(
        out, "sensitiveOutputs", context.sensitiveOutputs().stream().sorted().toList());
    PlanFormat.value(out, "seen", Value.map(context.seen()));
    out.writeObjectFieldStart("instances");
    for (Map.Entry<String, List<String>> keys : context.instances().entrySet()) {
      PlanFormat.strings(out, keys.getKey(), keys.getValue());
    }
    out.writeEndObject();
    terms(out, "forEach", context.forEach());
    out.writeEndObject();
  }

  static void flags(JsonGenerator out, String field, Map<String, Boolean> flags)
      throws IOException {
    out.writeObjectFieldStart(field);
    for (Map.Entry<String, Boolean> flag : new TreeMap<>(flags).entrySet()) {
      out.writeBooleanField(flag.getKey(), flag.getValue());
    }
    out.writeEndObject();
  }

  private static void terms(JsonGenerator out, String field, Map<String, Term> terms)
      throws IOException {
    out.writeObjectFieldStart(field);
    for (Map.Entry<String, Term> term : terms.entrySet()) {
      out.writeFieldName(term.getKey());
      TermJson.write(out, term.getValue());
    }
    out.writeEndObject();
  }
}
