package dev.ashlar.state.secret;

import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.state.SecretSource;
import dev.ashlar.state.StateProblems;
import dev.ashlar.value.Secret;
import dev.ashlar.value.Value;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Secret sources by their schemes. Immutable, safe for every thread. */
public final class SecretSources {
  private static final String SCHEME = "[a-z][a-z0-9+.-]*";

  private final Map<String, SecretSource> sources;

  private SecretSources(Map<String, SecretSource> sources) {
    this.sources = Collections.unmodifiableMap(sources);
  }

  /**
   * These sources; a later one takes the place of an earlier one with its scheme.
   *
   * @throws IllegalArgumentException if a scheme is not one
   */
  public static SecretSources of(Collection<? extends SecretSource> sources) {
    Map<String, SecretSource> byScheme = new TreeMap<>();
    for (SecretSource source : sources) {
      if (!source.scheme().matches(SCHEME)) {
        throw new IllegalArgumentException("not a scheme: " + source.scheme());
      }
      byScheme.put(source.scheme(), source);
    }
    return new SecretSources(byScheme);
  }

  /**
   * Fetches a secret.
   *
   * @param reference {@code SCHEME:NAME}
   * @return a secret text, or what is wrong
   */
  public CompletableFuture<Checked<Value.SecretValue>> resolve(String reference) {
    int colon = reference.indexOf(':');
    if (colon < 0 || !reference.substring(0, colon).matches(SCHEME)) {
      return done(
          refused(
              StateProblems.SECRET_REFERENCE,
              "A secret reference is written SCHEME:NAME, like env:ORDERS_TOKEN. This one has no"
                  + " scheme; it is not repeated here, since it could be the secret itself."));
    }
    SecretSource source = sources.get(reference.substring(0, colon));
    if (source == null) {
      return done(
          refused(
              StateProblems.SECRET_SCHEME,
              "The scheme \"%s\" is not served here. These are: %s."
                  .formatted(reference.substring(0, colon), String.join(", ", sources.keySet()))));
    }
    return call(source, new SecretSource.Request(reference.substring(colon + 1)))
        .handle(
            (secret, failure) ->
                failure == null ? secret.map(SecretSources::value) : failed(reference, failure));
  }

  private static CompletableFuture<Checked<Secret<String>>> call(
      SecretSource source, SecretSource.Request request) {
    try {
      return source.resolve(request).toCompletableFuture();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static Value.SecretValue value(Secret<String> secret) {
    return Value.secret(Value.of(secret.reveal()));
  }

  private static Checked<Value.SecretValue> failed(String reference, Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return refused(
        StateProblems.SECRET_UNUSABLE,
        "Fetching \"%s\" failed (%s).".formatted(reference, cause.getClass().getSimpleName()));
  }

  private static Checked<Value.SecretValue> refused(Code code, String detail) {
    return Checked.refused(List.of(Diagnostic.of(code, detail)));
  }

  private static CompletableFuture<Checked<Value.SecretValue>> done(
      Checked<Value.SecretValue> answer) {
    return CompletableFuture.completedFuture(answer);
  }
}
