package dev.ashlar;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.Inputs;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Plan;
import dev.ashlar.state.secret.Fingerprints;
import dev.ashlar.state.secret.SecretSources;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Fetches what stands elsewhere at the moment of use: secrets, and texts that parameters name. */
final class Secrets {
  private static final String MARK = "@";

  private final Function<String, CompletableFuture<Checked<Value.SecretValue>>> sources;

  Secrets(SecretSources sources) {
    this(sources::resolve);
  }

  private Secrets(Function<String, CompletableFuture<Checked<Value.SecretValue>>> sources) {
    this.sources = sources;
  }

  /** The same, that fetch each only once. */
  Secrets remembering() {
    Map<String, CompletableFuture<Checked<Value.SecretValue>>> known = new ConcurrentHashMap<>();
    return new Secrets(reference -> known.computeIfAbsent(reference, sources));
  }

  /** What the texts of parameters name elsewhere ({@code @env:REGION}), fetched beforehand. */
  CompletableFuture<Inputs.Elsewhere> elsewhere(Collection<String> texts) {
    Map<String, String> references = new TreeMap<>();
    for (String text : texts) {
      if (text.startsWith(MARK)) {
        references.put(text.substring(MARK.length()), text.substring(MARK.length()));
      }
    }
    return fetched(references)
        .thenApply(found -> reference -> Optional.ofNullable(found.contents().get(reference)));
  }

  /** The inputs with their secrets fetched, or why they cannot be. */
  CompletableFuture<Checked<Inputs>> reveal(Blueprint blueprint, Checked<Inputs> resolved) {
    Inputs inputs = resolved.orThrow();
    return fetched(inputs.secretReferences())
        .thenApply(
            found -> {
              List<Diagnostic> all = new ArrayList<>(resolved.diagnostics());
              all.addAll(found.problems());
              Checked<Inputs> revealed = inputs.reveal(blueprint, found.contents());
              all.addAll(revealed.diagnostics());
              return revealed.value().isPresent()
                  ? Checked.of(with(revealed.value().get(), inputs.secretReferences()), all)
                  : Checked.refused(all);
            });
  }

  /** The references stay with the inputs: a plan carries them to where it is applied. */
  private static Inputs with(Inputs revealed, Map<String, String> references) {
    return new Inputs(revealed.parameters(), references, revealed.flags(), revealed.env());
  }

  /**
   * The inputs of a plan with their secrets: fetched again, or given with the environment; each
   * must be the one that was planned with.
   */
  CompletableFuture<Checked<Inputs>> reveal(
      Plan plan, Environment environment, Fingerprints fingerprints) {
    return fetched(plan.context().inputs().secretReferences())
        .thenApply(found -> new PlanSecrets(plan, environment, fingerprints).fill(found));
  }

  /**
   * What was fetched.
   *
   * @param contents texts by name
   * @param problems why some are missing
   */
  record Fetched(Map<String, String> contents, List<Diagnostic> problems) {}

  private CompletableFuture<Fetched> fetched(Map<String, String> references) {
    Map<String, CompletableFuture<Checked<Value.SecretValue>>> under = new TreeMap<>();
    references.forEach((name, reference) -> under.put(name, sources.apply(reference)));
    return CompletableFuture.allOf(under.values().toArray(CompletableFuture<?>[]::new))
        .thenApply(
            nothing -> {
              Map<String, String> contents = new TreeMap<>();
              List<Diagnostic> problems = new ArrayList<>();
              under.forEach(
                  (name, future) -> {
                    Checked<Value.SecretValue> found = future.join();
                    problems.addAll(found.diagnostics());
                    found
                        .value()
                        .ifPresent(secret -> contents.put(name, secret.content().toString()));
                  });
              return new Fetched(contents, problems);
            });
  }
}
