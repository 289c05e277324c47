package dev.ashlar.graph.check;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.graph.problem.GraphProblems;
import dev.ashlar.graph.problem.Report;
import java.util.List;

/**
 * What has its place in the language and is not served yet: refused where something else would
 * happen than the document says, else warned of.
 */
public final class LaterCheck {
  private static final List<String> NO_PLANS = List.of("promote", "recover");

  private LaterCheck() {}

  /** Reports it. */
  public static void check(Environment environment, Report report) {
    refuse(environment, report);
    for (String action : NO_PLANS) {
      if (!environment.approvals().getOrDefault(action, List.of()).isEmpty()) {
        warn(
            environment,
            report,
            "\"approvals\" names \""
                + action
                + "\", for which nothing is approved: a recovery goes on under the approvals of the"
                + " plan that was interrupted, and plans are promoted by applying them.");
      }
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
