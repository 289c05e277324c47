package dev.ashlar.plan.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ashlar.blueprint.Inputs;
import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.Term;
import dev.ashlar.plan.PlanContext;
import dev.ashlar.value.Value;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What applying evaluates with, as JSON. */
final class ContextJson {
  private static final Place PLACE = Place.inCode("plan");

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

  static PlanContext read(JsonNode node) throws IOException {
    Map<String, String> references = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry :
        ChangeReader.child(node, "secretReferences").properties()) {
      references.put(entry.getKey(), entry.getValue().asText());
    }
    Map<String, PlanContext.ProviderUse> providers = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : ChangeReader.child(node, "providers").properties()) {
      providers.put(
          entry.getKey(),
          new PlanContext.ProviderUse(
              ChangeReader.text(entry.getValue(), "provider"),
              ChangeReader.text(entry.getValue(), "version"),
              TermJson.fields(ChangeReader.child(entry.getValue(), "configuration"), PLACE)));
    }
    return new PlanContext(
        new Inputs(
            PlanFormat.map(ChangeReader.child(node, "parameters")),
            references,
            flags(ChangeReader.child(node, "flags")),
            PlanFormat.map(ChangeReader.child(node, "env"))),
        PlanFormat.map(ChangeReader.child(node, "scope")),
        terms(ChangeReader.child(node, "locals")),
        providers,
        PlanFormat.map(ChangeReader.child(node, "lookups")).entries(),
        maps(ChangeReader.child(node, "imports")),
        terms(ChangeReader.child(node, "outputs")),
        new HashSet<>(ChangeReader.strings(ChangeReader.child(node, "sensitiveOutputs"))),
        maps(ChangeReader.child(node, "seen")),
        instances(ChangeReader.child(node, "instances")),
        terms(ChangeReader.child(node, "forEach")));
  }

  private static Map<String, List<String>> instances(JsonNode node) throws IOException {
    Map<String, List<String>> instances = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      instances.put(entry.getKey(), ChangeReader.strings(entry.getValue()));
    }
    return instances;
  }

  private static Map<String, Value.MapValue> maps(JsonNode node) throws IOException {
    Map<String, Value.MapValue> maps = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      maps.put(entry.getKey(), PlanFormat.map(entry.getValue()));
    }
    return maps;
  }

  static Map<String, Boolean> flags(JsonNode node) {
    Map<String, Boolean> flags = new TreeMap<>();
    node.properties().forEach(flag -> flags.put(flag.getKey(), flag.getValue().asBoolean()));
    return flags;
  }

  private static Map<String, Term> terms(JsonNode node) throws IOException {
    Map<String, Term> terms = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      terms.put(entry.getKey(), TermJson.read(entry.getValue(), PLACE));
    }
    return terms;
  }
}
