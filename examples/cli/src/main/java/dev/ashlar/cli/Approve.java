package dev.ashlar.cli;

import dev.ashlar.Workspace;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.governance.Approval;
import dev.ashlar.plan.ApprovalNeed;
import dev.ashlar.plan.Plan;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Approves a plan that was written to a file, or rejects it. */
@CommandLine.Command(name = "approve", description = "Approve or reject a plan that was written.")
final class Approve extends Command {
  @Parameters(paramLabel = "P.json", description = "A plan that plan --out wrote.")
  private @Nullable Path file;

  @Option(names = "--reject", description = "Reject it instead.")
  private boolean reject;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the record.")
  private String reason = "";

  @Override
  Report run() {
    if (file == null || !PlanFile.is(file)) {
      return Report.usage(file + " is no plan: say plan --out P.json first.");
    }
    Checked<Plan> read = Plan.read(Source.file(file));
    if (read.value().isEmpty()) {
      return Report.failed(read.diagnostics());
    }
    Plan plan = read.value().get();
    try (Workbench bench = Workbench.open(options())) {
      return decide(bench, plan).in(plan.environment()).at(plan.serial());
    }
  }

  /** Who wrote the plan to a file wants it approved: the request is its author's. */
  private Report decide(Workbench bench, Plan plan) {
    String author = plan.author().isEmpty() ? options().user() : plan.author();
    Checked<Approval> asked = bench.open(plan, author).requestApproval(plan).join();
    if (asked.value().isEmpty()) {
      return Report.failed(asked.diagnostics());
    }
    String id = asked.value().get().id();
    Workspace own = bench.open(plan, options().user());
    Checked<Approval> decided = (reject ? own.reject(id, reason) : own.approve(id, reason)).join();
    return decided.value().isEmpty()
        ? Report.failed(decided.diagnostics())
        : Report.of(Exit.DONE, json(decided.value().get()), text(decided.value().get()));
  }

  private static String text(Approval approval) {
    StringBuilder text = new StringBuilder(approval.status().text()).append('\n');
    for (ApprovalNeed need : approval.missing()) {
      text.append("  ").append(need.rule()).append(": still ").append(need.who()).append('\n');
    }
    return text.toString();
  }

  private static Json json(Approval approval) {
    return out -> {
      out.writeStartObject();
      out.writeStringField("id", approval.id());
      out.writeStringField("status", approval.status().text());
      out.writeStringField("digest", approval.request().digest());
      out.writeStringField("expires", approval.request().expires().toString());
      out.writeArrayFieldStart("decisions");
      for (Approval.Decision decision : approval.decisions()) {
        out.writeStartObject();
        out.writeStringField("by", decision.by());
        out.writeBooleanField("approved", decision.approved());
        out.writeStringField("reason", decision.reason());
        out.writeStringField("at", decision.at().toString());
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeArrayFieldStart("missing");
      for (ApprovalNeed need : approval.missing()) {
        out.writeStartObject();
        out.writeStringField("rule", need.rule());
        out.writeStringField("who", need.who());
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    };
  }
}
