package dev.ashlar.state.secret;

import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.state.SecretSource;
import dev.ashlar.state.StateProblems;
import dev.ashlar.value.Secret;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Secrets in variables of the process. */
public final class SecretVariables implements SecretSource {
  private final Map<String, String> variables;

  /** Secrets in these variables; the map is looked at when a secret is asked for. */
  public SecretVariables(Map<String, String> variables) {
    this.variables = variables;
  }

  @Override
  public String scheme() {
    return "env";
  }

  @Override
  public CompletionStage<Checked<Secret<String>>> resolve(Request request) {
    String value = variables.get(request.name());
    return CompletableFuture.completedFuture(
        value == null
            ? Checked.refused(
                List.of(
                    Diagnostic.of(
                        StateProblems.SECRET_NOT_FOUND,
                        "The variable \"%s\" is not set. Set it for the process that runs the engine."
                            .formatted(request.name()))))
            : Checked.of(Secret.of(value)));
  }
}
