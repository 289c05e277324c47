package dev.ashlar.plan.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.ashlar.blueprint.Environment.Exemption;
import dev.ashlar.blueprint.Environment.PolicyUse;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.plan.Plan;
import dev.ashlar.value.Value;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** By what a plan was judged: what applying it decides the rest with. */
final class GovernanceJson {
  private final JsonParser in;
  private String name = "";
  private @Nullable String file;
  private Value.MapValue parameters = Value.MapValue.EMPTY;
  private List<String> resources = List.of();
  private String reason = "";
  private String owner = "";
  private String expires = "";
  private Sourced source = Sourced.NOWHERE;

  private GovernanceJson(JsonParser in) {
    this.in = in;
  }

  /**
   * What was read.
   *
   * @param uses the packs
   * @param exemptions what was exempt
   */
  record Read(List<PolicyUse> uses, List<Exemption> exemptions) {
    static final Read NOTHING = new Read(List.of(), List.of());
  }

  /** Writes nothing where no policy was asked. */
  static void write(JsonGenerator out, Plan plan) throws IOException {
    if (plan.policyUses().isEmpty() && plan.exemptions().isEmpty()) {
      return;
    }
    out.writeObjectFieldStart("governance");
    out.writeArrayFieldStart("packs");
    for (PolicyUse use : plan.policyUses()) {
      out.writeStartObject();
      out.writeStringField("name", use.name());
      ChangeWriter.optional(
          out, "file", use.file().flatMap(Source::path).map(path -> path.toString()));
      PlanFormat.value(out, "parameters", use.parameters());
      ChangeWriter.source(out, "location", use.location(), Optional.empty());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeArrayFieldStart("exemptions");
    for (Exemption exemption : plan.exemptions()) {
      out.writeStartObject();
      out.writeStringField("name", exemption.policy());
      PlanFormat.strings(out, "resources", exemption.resources());
      out.writeStringField("reason", exemption.reason());
      out.writeStringField("owner", exemption.owner());
      out.writeStringField("expires", exemption.expires().toString());
      ChangeWriter.source(out, "location", exemption.location(), Optional.empty());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  static Read read(JsonParser in) throws IOException {
    List<List<PolicyUse>> uses = new ArrayList<>();
    List<List<Exemption>> exemptions = new ArrayList<>();
    Tokens.object(
        in,
        Set.of("packs", "exemptions"),
        field -> {
          switch (field) {
            case "packs" -> uses.add(Tokens.list(in, each -> new GovernanceJson(each).use()));
            case "exemptions" ->
                exemptions.add(Tokens.list(in, each -> new GovernanceJson(each).exemption()));
            default -> {
              return false;
            }
          }
          return true;
        });
    return new Read(
        uses.stream().flatMap(List::stream).toList(),
        exemptions.stream().flatMap(List::stream).toList());
  }

  private PolicyUse use() throws IOException {
    Tokens.object(in, Set.of("name", "parameters"), this::field);
    try {
      return new PolicyUse(
          name,
          Optional.ofNullable(file).map(Path::of).map(Source::file),
          parameters,
          source.location());
    } catch (InvalidPathException e) {
      throw new IOException("not the name of a file", e);
    }
  }

  private Exemption exemption() throws IOException {
    Tokens.object(in, Set.of("name", "resources", "reason", "owner", "expires"), this::field);
    try {
      return new Exemption(
          name, resources, reason, owner, Instant.parse(expires), source.location());
    } catch (DateTimeException e) {
      throw new IOException("not a moment", e);
    }
  }

  private boolean field(String field) throws IOException {
    switch (field) {
      case "name" -> name = Tokens.text(in);
      case "file" -> file = Tokens.text(in);
      case "parameters" -> parameters = PlanFormat.map(in);
      case "resources" -> resources = Tokens.texts(in);
      case "reason" -> reason = Tokens.text(in);
      case "owner" -> owner = Tokens.text(in);
      case "expires" -> expires = Tokens.text(in);
      case "location" -> source = Sourced.read(in);
      default -> {
        return false;
      }
    }
    return true;
  }
}
