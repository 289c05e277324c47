package dev.ashlar.plan.format;

import com.fasterxml.jackson.core.JsonParser;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.OutputChange;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanContext;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.plan.Verdict;
import dev.ashlar.state.State;
import dev.ashlar.value.Value;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what {@link PlanJson} wrote, token by token: the text is never held as a tree. */
final class PlanReader {
  private static final Set<String> REQUIRED =
      Set.of(
          "digest",
          "seal",
          "environment",
          "tenant",
          "serial",
          "summary",
          "changes",
          "outputs",
          "diagnostics",
          "origin",
          "observations",
          "onFailure",
          "context");

  private final JsonParser in;
  private String digest = "";
  private String seal = "";
  private @Nullable String follows;
  private OptionalLong restores = OptionalLong.empty();
  private String purpose = PlanMode.Purpose.APPLY.text();
  private String environment = "";
  private String tenant = "";
  private long serial;
  private Map<String, Integer> summary = Map.of();
  private List<Change> changes = List.of();
  private Map<String, OutputChange> outputs = Map.of();
  private List<Diagnostic> diagnostics = List.of();
  private List<Verdict> policies = List.of();
  private GovernanceJson.Read governance = GovernanceJson.Read.NOTHING;
  private ApprovalJson.Read approvals = ApprovalJson.Read.NOTHING;
  private String observations = "";
  private String onFailure = "";
  private PlanContext context = PlanContext.EMPTY;
  private String blueprint = "";
  private String version = "";
  private Value.MapValue parameters = Value.MapValue.EMPTY;
  private Map<String, Boolean> flags = new TreeMap<>();

  private PlanReader(JsonParser in) {
    this.in = in;
  }

  static Plan read(JsonParser in) throws IOException {
    PlanReader read = new PlanReader(in);
    Tokens.object(in, REQUIRED, name -> read.header(name) || read.body(name));
    return read.plan();
  }

  private Plan plan() throws IOException {
    return Plan.builder(new Environment.Id(tenant, environment), serial)
        .digest(digest)
        .observations(observations)
        .seal(seal)
        .follows(Optional.ofNullable(follows))
        .restores(restores)
        .changes(changes)
        .unchanged(summary.getOrDefault(Action.NO_OP.text(), 0))
        .outputs(outputs)
        .policies(policies)
        .judgedBy(governance.uses(), governance.exemptions())
        .purpose(Tokens.word(PlanMode.Purpose.class, purpose))
        .approvals(approvals.needs(), approvals.rules(), approvals.author())
        .diagnostics(diagnostics)
        .origin(new State.Origin(blueprint, version, digest, parameters, flags))
        .onFailure(Tokens.word(Environment.OnFailure.class, onFailure))
        .context(context)
        .build();
  }

  private boolean header(String name) throws IOException {
    switch (name) {
      case "digest" -> digest = Tokens.text(in);
      case "seal" -> seal = Tokens.text(in);
      case "follows" -> follows = Tokens.textOrNull(in);
      case "purpose" -> purpose = Tokens.text(in);
      case "restores" -> restores = OptionalLong.of(Tokens.whole(in));
      case "environment" -> environment = Tokens.text(in);
      case "tenant" -> tenant = Tokens.text(in);
      case "serial" -> serial = Tokens.whole(in);
      case "observations" -> observations = Tokens.text(in);
      case "onFailure" -> onFailure = Tokens.text(in);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean body(String name) throws IOException {
    switch (name) {
      case "summary" -> summary = Tokens.map(in, Tokens::integer);
      case "changes" -> changes = Tokens.list(in, ChangeReader::read);
      case "outputs" -> outputs = Tokens.map(in, OutputReader::read);
      case "approvals" -> approvals = ApprovalJson.read(in);
      case "governance" -> governance = GovernanceJson.read(in);
      case "policies" -> policies = Tokens.list(in, VerdictJson::read);
      case "diagnostics" -> diagnostics = Tokens.list(in, DiagnosticJson::read);
      case "origin" ->
          Tokens.object(in, Set.of("blueprint", "version", "parameters", "flags"), this::origin);
      case "context" -> context = ContextReader.read(in);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean origin(String name) throws IOException {
    switch (name) {
      case "blueprint" -> blueprint = Tokens.text(in);
      case "version" -> version = Tokens.text(in);
      case "parameters" -> parameters = PlanFormat.map(in);
      case "flags" -> flags = Tokens.map(in, Tokens::bool);
      default -> {
        return false;
      }
    }
    return true;
  }
}
