package dev.ashlar.plan.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.ashlar.blueprint.ApprovalRule;
import dev.ashlar.diagnostic.Diagnostic.Location;
import dev.ashlar.plan.ApprovalNeed;
import dev.ashlar.plan.Plan;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which approvals a plan needs, and by which rules. */
final class ApprovalJson {
  private final JsonParser in;
  private String name = "";
  private List<String> roles = List.of();
  private int count;
  private boolean byEach;
  private List<String> changes = List.of();
  private List<String> actions = List.of();
  private List<String> risks = List.of();
  private List<String> types = List.of();
  private List<String> policies = List.of();
  private List<String> stages = List.of();
  private Optional<String> expires = Optional.empty();
  private Sourced source = Sourced.NOWHERE;

  private ApprovalJson(JsonParser in) {
    this.in = in;
  }

  /**
   * What was read.
   *
   * @param needs who must approve
   * @param rules by which rules
   * @param author who made the plan
   */
  record Read(List<ApprovalNeed> needs, List<ApprovalRule> rules, String author) {
    static final Read NOTHING = new Read(List.of(), List.of(), "");
  }

  /** Writes nothing where nobody is asked. */
  static void write(JsonGenerator out, Plan plan) throws IOException {
    if (plan.approvals().isEmpty() && plan.approvalRules().isEmpty() && plan.author().isEmpty()) {
      return;
    }
    out.writeObjectFieldStart("approvals");
    out.writeStringField("author", plan.author());
    out.writeArrayFieldStart("needs");
    for (ApprovalNeed need : plan.approvals()) {
      out.writeStartObject();
      out.writeStringField("name", need.rule());
      PlanFormat.strings(out, "roles", need.roles());
      out.writeNumberField("count", need.count());
      out.writeBooleanField("byEach", need.byEach());
      PlanFormat.strings(out, "changes", need.changes());
      end(out, need.expires(), need.location());
    }
    out.writeEndArray();
    out.writeArrayFieldStart("rules");
    for (ApprovalRule rule : plan.approvalRules()) {
      out.writeStartObject();
      out.writeStringField("name", rule.name());
      PlanFormat.strings(out, "roles", rule.roles());
      out.writeNumberField("count", rule.count());
      out.writeBooleanField("byEach", rule.isByEach());
      PlanFormat.strings(out, "actions", rule.actions());
      PlanFormat.strings(out, "risks", rule.risks());
      PlanFormat.strings(out, "types", rule.types());
      PlanFormat.strings(out, "policies", rule.policies());
      PlanFormat.strings(out, "stages", rule.stages());
      end(out, rule.expires(), rule.location());
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void end(JsonGenerator out, Optional<Duration> expires, Optional<Location> place)
      throws IOException {
    ChangeWriter.optional(out, "expires", expires.map(Duration::toString));
    if (place.isPresent()) {
      ChangeWriter.source(out, "location", place, Optional.empty());
    }
    out.writeEndObject();
  }

  static Read read(JsonParser in) throws IOException {
    List<ApprovalNeed> needs = new ArrayList<>();
    List<ApprovalRule> rules = new ArrayList<>();
    List<String> author = new ArrayList<>();
    Tokens.object(
        in,
        Set.of("author", "needs", "rules"),
        field -> {
          switch (field) {
            case "author" -> author.add(Tokens.text(in));
            case "needs" -> needs.addAll(Tokens.list(in, each -> new ApprovalJson(each).need()));
            case "rules" -> rules.addAll(Tokens.list(in, each -> new ApprovalJson(each).rule()));
            default -> {
              return false;
            }
          }
          return true;
        });
    return new Read(needs, rules, author.get(0));
  }

  private ApprovalNeed need() throws IOException {
    Tokens.object(in, Set.of("name", "roles", "count", "byEach", "changes"), this::field);
    return new ApprovalNeed(name, roles, count, byEach, changes, duration(), source.location());
  }

  private ApprovalRule rule() throws IOException {
    Tokens.object(in, Set.of("name", "roles", "count", "byEach"), this::field);
    try {
      ApprovalRule rule =
          ApprovalRule.by(roles)
              .named(name)
              .actions(actions.toArray(String[]::new))
              .risks(risks.toArray(String[]::new))
              .types(types.toArray(String[]::new))
              .policies(policies.toArray(String[]::new))
              .stages(stages.toArray(String[]::new));
      Optional<Duration> after = duration();
      rule = byEach ? rule : rule.count(count);
      rule = after.isPresent() ? rule.expires(after.get()) : rule;
      return source.location().isPresent() ? rule.at(source.location().get()) : rule;
    } catch (IllegalArgumentException e) {
      throw new IOException("no rule for approvals", e);
    }
  }

  private Optional<Duration> duration() throws IOException {
    try {
      return expires.map(Duration::parse);
    } catch (DateTimeException e) {
      throw new IOException("not a duration", e);
    }
  }

  private boolean field(String field) throws IOException {
    switch (field) {
      case "name" -> name = Tokens.text(in);
      case "roles" -> roles = Tokens.texts(in);
      case "count" -> count = Tokens.integer(in);
      case "byEach" -> byEach = Tokens.bool(in);
      case "changes" -> changes = Tokens.texts(in);
      case "actions" -> actions = Tokens.texts(in);
      case "risks" -> risks = Tokens.texts(in);
      case "types" -> types = Tokens.texts(in);
      case "policies" -> policies = Tokens.texts(in);
      case "stages" -> stages = Tokens.texts(in);
      case "expires" -> expires = Optional.of(Tokens.text(in));
      case "location" -> source = Sourced.read(in);
      default -> {
        return false;
      }
    }
    return true;
  }
}
