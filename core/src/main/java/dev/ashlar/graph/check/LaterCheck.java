package dev.ashlar.graph.check;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.graph.problem.GraphProblems;
import dev.ashlar.graph.problem.Report;

/**
 * What has its place in the language and is not served yet: refused where something else would
 * happen than the document says, else warned of.
 */
public final class LaterCheck {
  private LaterCheck() {}

  /** Reports it. */
  public static void check(Environment environment, Report report) {
    refuse(environment, report);
    boolean approvals =
        environment.approvals().values().stream().anyMatch(roles -> !roles.isEmpty());
    if (approvals) {
      warn(environment, report, "The approvals are not asked for in this version.");
    }
  }

  private static void warn(Environment environment, Report report, String detail) {
    report.add(GraphProblems.NO_EFFECT_YET, detail, environment.blueprint().place());
  }

  private static void refuse(Environment environment, Report report) {
    environment
        .blueprint()
        .components()
        .forEach(
            (name, component) ->
                report
                    .about(name, component.canvas())
                    .add(
                        GraphProblems.COMPONENTS_LATER,
                        "The component \""
                            + name
                            + "\" needs the template \""
                            + component.template()
                            + "\", and this version does not expand templates.",
                        component.place()));
    environment
        .mocks()
        .forEach(
            mock ->
                report.add(
                    GraphProblems.MOCKS_LATER,
                    "The environment mocks \"" + mock.types() + "\", which is not served yet.",
                    environment.blueprint().place()));
  }
}
