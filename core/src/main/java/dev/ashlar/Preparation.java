package dev.ashlar;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.ImportDeclaration;
import dev.ashlar.blueprint.Inputs;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.graph.Graph;
import dev.ashlar.state.State;
import dev.ashlar.state.secret.Fingerprints;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Gathers what a plan of an environment starts from: inputs, graph, state, other environments. */
final class Preparation {
  private final Engine engine;
  private final Environment environment;

  Preparation(Engine engine, Environment environment) {
    this.engine = engine;
    this.environment = environment;
  }

  /**
   * What a plan starts from.
   *
   * @param graph what is declared
   * @param state what is recorded
   * @param imports the outputs of other environments, by the import's name
   * @param fingerprints the environment's fingerprints
   * @param locked that the run which is recorded as begun is under way; empty where it was
   *     interrupted
   */
  record Prepared(
      Graph graph,
      State state,
      Map<String, Value.MapValue> imports,
      Fingerprints fingerprints,
      Optional<Diagnostic> locked) {}

  /** Everything, or every problem. The records are read while the documents are compiled. */
  CompletableFuture<Checked<Prepared>> all() {
    CompletableFuture<Checked<State>> state = engine.states().load(environment.id());
    return graph()
        .thenCompose(
            graph ->
                graph.isSound()
                    ? recorded(graph, state)
                    : CompletableFuture.completedFuture(Checked.refused(graph.diagnostics())));
  }

  /** The graph, or every problem with the documents. */
  CompletableFuture<Checked<Graph>> graph() {
    return inputs(engine.secrets())
        .thenApplyAsync(
            inputs ->
                graph(environment, inputs, known -> engine.compiler().compile(environment, known)),
            engine.executor());
  }

  /**
   * A graph, or everything that is wrong with the documents, the inputs and what the documents say
   * of their types: where inputs are missing, the rest is checked without them.
   */
  static Checked<Graph> graph(
      Environment environment, Checked<Inputs> inputs, Function<Inputs, Checked<Graph>> compiler) {
    Checked<Graph> graph =
        compiler.apply(inputs.value().orElseGet(() -> Inputs.assumed(environment)));
    List<Diagnostic> all = Findings.all(environment, inputs.diagnostics(), graph.diagnostics());
    return graph.isSound() && all.stream().noneMatch(Diagnostic::isError)
        ? Checked.of(graph.orThrow(), all)
        : Checked.refused(all);
  }

  /** The inputs with their secrets, or every problem with them. */
  CompletableFuture<Checked<Inputs>> inputs(Secrets secrets) {
    return secrets
        .elsewhere(environment.parameterTexts().values())
        .thenCompose(
            elsewhere -> {
              Checked<Inputs> resolved =
                  Inputs.resolve(environment, environment.parameterTexts(), elsewhere);
              return resolved.value().isPresent()
                  ? secrets.reveal(environment.blueprint(), resolved)
                  : CompletableFuture.completedFuture(resolved);
            });
  }

  private CompletableFuture<Checked<Prepared>> recorded(
      Checked<Graph> graph, CompletableFuture<Checked<State>> state) {
    return records(state).thenApply(records -> records.with(graph));
  }

  /**
   * What is recorded.
   *
   * @param state of the environment
   * @param fingerprints of the environment
   * @param imports of other environments, by the import's name
   * @param locked that a run is under way
   */
  record Records(
      Checked<State> state,
      Checked<Fingerprints> fingerprints,
      Checked<Map<String, Value.MapValue>> imports,
      Optional<Diagnostic> locked) {

    /** What a plan starts from, with a sound graph. */
    Checked<Prepared> with(Checked<Graph> graph) {
      List<Diagnostic> all = new ArrayList<>(graph.diagnostics());
      all.addAll(state.diagnostics());
      all.addAll(fingerprints.diagnostics());
      all.addAll(imports.diagnostics());
      return all.stream().anyMatch(Diagnostic::isError)
          ? Checked.refused(all)
          : Checked.of(
              new Prepared(
                  graph.orThrow(),
                  state.orThrow(),
                  imports.orThrow(),
                  fingerprints.orThrow(),
                  locked),
              all);
    }
  }

  /** What is recorded, whatever the documents say. */
  CompletableFuture<Records> records() {
    return records(engine.states().load(environment.id()));
  }

  private CompletableFuture<Records> records(CompletableFuture<Checked<State>> state) {
    CompletableFuture<Checked<Fingerprints>> marks = engine.states().fingerprints(environment.id());
    CompletableFuture<Checked<Map<String, Value.MapValue>>> imports = imports();
    CompletableFuture<Optional<Diagnostic>> locked = state.thenCompose(this::locked);
    return CompletableFuture.allOf(locked, marks, imports)
        .thenApply(
            nothing -> new Records(state.join(), marks.join(), imports.join(), locked.join()));
  }

  /** Only where a run was begun it matters who writes. */
  private CompletableFuture<Optional<Diagnostic>> locked(Checked<State> state) {
    return state.value().flatMap(State::run).isPresent()
        ? engine.states().locked(environment.id())
        : CompletableFuture.completedFuture(Optional.empty());
  }

  private CompletableFuture<Checked<Map<String, Value.MapValue>>> imports() {
    Map<String, Value.MapValue> outputs = new TreeMap<>();
    List<Diagnostic> problems = new ArrayList<>();
    CompletableFuture<Void> done = CompletableFuture.completedFuture(null);
    for (ImportDeclaration declared : environment.blueprint().imports().values()) {
      Environment.Id other = new Environment.Id(environment.id().tenant(), declared.environment());
      done =
          done.thenCompose(nothing -> engine.states().load(other))
              .thenAccept(
                  state -> {
                    problems.addAll(state.diagnostics());
                    state
                        .value()
                        .ifPresent(
                            found -> {
                              if (found.serial() == 0) {
                                problems.add(
                                    Diagnostic.of(
                                            FacadeProblems.IMPORT_EMPTY,
                                            "The environment \""
                                                + declared.environment()
                                                + "\" has no state here. Apply it first, or correct"
                                                + " its name.")
                                        .at(declared.place().start()));
                              }
                              outputs.put(declared.name(), found.outputs());
                            });
                  });
    }
    return done.thenApply(
        nothing ->
            problems.stream().anyMatch(Diagnostic::isError)
                ? Checked.refused(problems)
                : Checked.of(outputs, problems));
  }
}
