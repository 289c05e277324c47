package dev.ashlar.simulation.plant;

import dev.ashlar.connector.Connector;
import dev.ashlar.connector.Failure;
import dev.ashlar.connector.OperationFailedException;
import dev.ashlar.connector.Provider;
import dev.ashlar.connector.ProviderSession;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** A cloud that is not told, or does not tell, what there is to be told. */
final class LyingCloud {
  private LyingCloud() {}

  /** A cloud that is told other keys. */
  static Provider withKeys(Provider cloud, UnaryOperator<String> keys) {
    return provider(
        cloud,
        (target, method, arguments) -> {
          if (arguments != null && arguments[0] instanceof Connector.Mutation request) {
            Object told =
                proxy(
                    request,
                    (same, question, none) ->
                        question.getName().equals("idempotencyKey")
                            ? keys.apply(request.idempotencyKey())
                            : question.invoke(same, none));
            return method.invoke(target, told);
          }
          return method.invoke(target, arguments);
        });
  }

  /** Each key but for the first time that it is used. */
  static UnaryOperator<String> fresh() {
    Set<String> used = new HashSet<>();
    return key -> used.add(key) ? key : key + "again";
  }

  /** A cloud that does not say what it has made when it could not finish it. */
  static Provider withoutNames(Provider cloud) {
    return provider(
        cloud,
        (target, method, arguments) -> {
          Object answer = method.invoke(target, arguments);
          return answer instanceof CompletionStage<?> stage
              ? stage.handle(LyingCloud::nameless).thenCompose(it -> it)
              : answer;
        });
  }

  private static CompletionStage<Object> nameless(Object value, Throwable thrown) {
    Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
    return cause instanceof OperationFailedException failed && failed.failure().id().isPresent()
        ? CompletableFuture.failedFuture(Failure.invalid(failed.failure().detail()).toException())
        : thrown == null
            ? CompletableFuture.completedFuture(value)
            : CompletableFuture.failedFuture(cause);
  }

  private interface Lie {
    Object tell(Object target, java.lang.reflect.Method method, Object[] arguments)
        throws ReflectiveOperationException;
  }

  private static Provider provider(Provider cloud, Lie lie) {
    return (Provider)
        proxy(
            cloud,
            (target, method, arguments) -> {
              Object answer = method.invoke(target, arguments);
              return answer instanceof ProviderSession session ? session(session, lie) : answer;
            });
  }

  private static Object session(ProviderSession session, Lie lie) {
    return proxy(
        session,
        (target, method, arguments) -> {
          Object answer = method.invoke(target, arguments);
          return answer instanceof Optional<?> maybe
              ? maybe.map(connector -> proxy(connector, lie))
              : answer;
        });
  }

  private static Object proxy(Object target, Lie lie) {
    Set<Class<?>> types = new LinkedHashSet<>();
    for (Class<?> at = target.getClass(); at != null; at = at.getSuperclass()) {
      types.addAll(Set.of(at.getInterfaces()));
    }
    return Proxy.newProxyInstance(
        LyingCloud.class.getClassLoader(),
        types.toArray(Class<?>[]::new),
        (proxy, method, arguments) -> {
          method.setAccessible(true);
          try {
            return lie.tell(target, method, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }
}
