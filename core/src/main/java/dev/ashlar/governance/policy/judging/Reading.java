package dev.ashlar.governance.policy.judging;

import dev.ashlar.expression.Bindings;
import dev.ashlar.value.Value;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What one policy reads.
 *
 * @param asked the policy
 * @param env the environment
 * @param subject the change, where it is asked of one
 * @param graph the graph, where it reads that
 */
record Reading(Asked asked, Value env, Optional<Subject> subject, Supplier<GraphView> graph)
    implements Bindings {
  @Override
  public Value root(String name) {
    return switch (name) {
      case "resource" -> subject.<Value>map(Subject::resource).orElse(Value.NULL);
      case "actual" -> subject.<Value>map(Subject::actual).orElse(Value.NULL);
      case "change" -> subject.<Value>map(Subject::described).orElse(Value.NULL);
      case "resources" -> graph.get().resources(asked.rule().over());
      case "env" -> env;
      default -> asked.use().parameters();
    };
  }
}
