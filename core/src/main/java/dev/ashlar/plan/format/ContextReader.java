package dev.ashlar.plan.format;

import com.fasterxml.jackson.core.JsonParser;
import dev.ashlar.blueprint.Inputs;
import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.Term;
import dev.ashlar.plan.PlanContext;
import dev.ashlar.value.Value;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ContextJson} wrote. */
final class ContextReader {
  private static final Place PLACE = Place.inCode("plan");
  private static final Set<String> REQUIRED =
      Set.of(
          "parameters",
          "secretReferences",
          "flags",
          "env",
          "scope",
          "locals",
          "providers",
          "lookups",
          "imports",
          "outputs",
          "sensitiveOutputs",
          "seen",
          "instances",
          "forEach");

  private final JsonParser in;
  private Value.MapValue parameters = Value.MapValue.EMPTY;
  private Map<String, String> references = Map.of();
  private Map<String, Boolean> flags = Map.of();
  private Value.MapValue env = Value.MapValue.EMPTY;
  private Value.MapValue scope = Value.MapValue.EMPTY;
  private Map<String, Term> locals = Map.of();
  private Map<String, PlanContext.ProviderUse> providers = Map.of();
  private Value.MapValue lookups = Value.MapValue.EMPTY;
  private Map<String, Value.MapValue> imports = Map.of();
  private Map<String, Term> outputs = Map.of();
  private Set<String> sensitiveOutputs = Set.of();
  private Map<String, Value.MapValue> seen = Map.of();
  private Map<String, List<String>> instances = Map.of();
  private Map<String, Term> forEach = Map.of();

  private ContextReader(JsonParser in) {
    this.in = in;
  }

  static PlanContext read(JsonParser in) throws IOException {
    ContextReader read = new ContextReader(in);
    Tokens.object(in, REQUIRED, name -> read.given(name) || read.found(name));
    return new PlanContext(
        new Inputs(read.parameters, read.references, read.flags, read.env),
        read.scope,
        read.locals,
        read.providers,
        read.lookups.entries(),
        read.imports,
        read.outputs,
        read.sensitiveOutputs,
        read.seen,
        read.instances,
        read.forEach);
  }

  /** What is declared. */
  private boolean given(String name) throws IOException {
    switch (name) {
      case "parameters" -> parameters = PlanFormat.map(in);
      case "secretReferences" -> references = Tokens.map(in, Tokens::text);
      case "flags" -> flags = Tokens.map(in, Tokens::bool);
      case "env" -> env = PlanFormat.map(in);
      case "scope" -> scope = PlanFormat.map(in);
      case "locals" -> locals = terms();
      case "providers" -> providers = Tokens.map(in, ContextReader::provider);
      case "outputs" -> outputs = terms();
      case "sensitiveOutputs" -> sensitiveOutputs = new HashSet<>(Tokens.texts(in));
      default -> {
        return false;
      }
    }
    return true;
  }

  /** What was found while planning. */
  private boolean found(String name) throws IOException {
    switch (name) {
      case "lookups" -> lookups = PlanFormat.map(in);
      case "imports" -> imports = Tokens.map(in, PlanFormat::map);
      case "seen" -> seen = Tokens.map(in, PlanFormat::map);
      case "instances" -> instances = Tokens.map(in, Tokens::texts);
      case "forEach" -> forEach = terms();
      default -> {
        return false;
      }
    }
    return true;
  }

  private Map<String, Term> terms() throws IOException {
    return Tokens.map(in, term -> TermJson.read(term, PLACE));
  }

  private static PlanContext.ProviderUse provider(JsonParser in) throws IOException {
    ProviderReader read = new ProviderReader(in);
    Tokens.object(in, Set.of("provider", "version", "configuration"), read::field);
    Term.Fields configuration = read.configuration;
    if (configuration == null) {
      throw new IOException("a configuration is missing");
    }
    return new PlanContext.ProviderUse(read.provider, read.version, configuration);
  }

  private static final class ProviderReader {
    private final JsonParser in;
    private String provider = "";
    private String version = "";
    private Term.@Nullable Fields configuration;

    ProviderReader(JsonParser in) {
      this.in = in;
    }

    boolean field(String name) throws IOException {
      switch (name) {
        case "provider" -> provider = Tokens.text(in);
        case "version" -> version = Tokens.text(in);
        case "configuration" -> configuration = TermJson.fields(in, PLACE);
        default -> {
          return false;
        }
      }
      return true;
    }
  }
}
