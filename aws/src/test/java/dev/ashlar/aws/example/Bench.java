package dev.ashlar.aws.example;

import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.aws.AwsProvider;
import dev.ashlar.blueprint.Documents;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Event;
import dev.ashlar.execution.Outcome;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.state.StateStore;
import java.nio.file.Path;

/**
 * The example in an engine.
 *
 * @param state where its state lies
 * @param endpoint the emulator
 * @param region a region of its own
 * @param name what its names begin with
 */
record Bench(Path state, String endpoint, String region, String name) {
  private static final Path FILE = Path.of("..", "examples", "aws", "blueprint.yaml");

  /** Something that is done in the example's workspace. */
  interface Work<T> {
    T in(Workspace workspace);
  }

  <T> T open(Work<T> work) {
    Environment environment =
        Documents.read(Source.file(FILE))
            .orThrow()
            .environment()
            .parameterText("endpoint", endpoint)
            .parameterText("region", region)
            .parameterText("name", name);
    try (Ashlar ashlar =
        Ashlar.builder()
            .state(StateStore.directory(state))
            .addProvider(new AwsProvider())
            .build()) {
      return work.in(ashlar.open(environment));
    }
  }

  Plan plan() {
    return open(workspace -> workspace.plan().join());
  }

  Outcome apply() {
    return open(workspace -> workspace.apply(workspace.plan().join()).outcome().join());
  }

  Outcome recover() {
    return open(workspace -> workspace.recover().outcome().join());
  }

  Outcome destroy() {
    return open(
        workspace ->
            workspace
                .apply(workspace.plan(PlanMode.of(PlanMode.Purpose.DESTROY)).join())
                .outcome()
                .join());
  }

  /** Applies in a process that is going to be killed, and says each change that is made. */
  public static void main(String[] arguments) {
    Bench bench = new Bench(Path.of(arguments[0]), arguments[1], arguments[2], arguments[3]);
    var unused =
        bench.open(
            workspace ->
                workspace
                    .apply(workspace.plan().join())
                    .onEvent(
                        event -> {
                          if (event instanceof Event.Finished) {
                            System.out.println("made");
                          }
                        })
                    .outcome()
                    .join());
  }
}
