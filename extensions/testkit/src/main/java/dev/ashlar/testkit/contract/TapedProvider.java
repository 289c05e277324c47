package dev.ashlar.testkit.contract;

import dev.ashlar.connector.BatchReadable;
import dev.ashlar.connector.Connector;
import dev.ashlar.connector.Failure;
import dev.ashlar.connector.Findable;
import dev.ashlar.connector.PlanRefining;
import dev.ashlar.connector.Provider;
import dev.ashlar.connector.ProviderSession;
import dev.ashlar.connector.Resumable;
import dev.ashlar.connector.Searchable;
import dev.ashlar.connector.Upgradable;
import dev.ashlar.schema.Catalog;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A provider whose connectors are listened to. They can what the real ones can.
 *
 * @param real the provider
 * @param tape where it is noted
 */
record TapedProvider(Provider real, Tape tape) implements Provider {

  @Override
  public Descriptor descriptor() {
    return real.descriptor();
  }

  @Override
  public Catalog catalog() {
    return real.catalog();
  }

  @Override
  public boolean refines(String type) {
    return real.refines(type);
  }

  @Override
  public ProviderSession open(OpenRequest request) {
    return new TapedSession(real.open(request), tape, new ConcurrentHashMap<>());
  }

  private record TapedSession(
      ProviderSession real, Tape tape, Map<String, Optional<Connector<?, ?>>> made)
      implements ProviderSession {
    @Override
    public Optional<Connector<?, ?>> connector(String type) {
      return made.computeIfAbsent(
          type, name -> real.connector(name).map(connector -> listened(real, connector, tape)));
    }

    @Override
    public Failure classify(Throwable thrown) {
      return real.classify(thrown);
    }

    @Override
    public void close() {
      real.close();
    }
  }

  private static Connector<?, ?> listened(
      ProviderSession session, Connector<?, ?> connector, Tape tape) {
    Class<?>[] abilities =
        Stream.<Class<?>>of(
                Connector.class,
                Resumable.class,
                Findable.class,
                Searchable.class,
                BatchReadable.class,
                PlanRefining.class,
                Upgradable.class)
            .filter(ability -> ability.isInstance(connector))
            .toArray(Class<?>[]::new);
    return (Connector<?, ?>)
        Proxy.newProxyInstance(
            Connector.class.getClassLoader(),
            abilities,
            (proxy, method, arguments) -> listened(session, connector, tape, method, arguments));
  }

  private static @Nullable Object listened(
      ProviderSession session,
      Connector<?, ?> connector,
      Tape tape,
      Method method,
      Object @Nullable [] arguments)
      throws Throwable {
    boolean asked =
        arguments != null && CompletionStage.class.isAssignableFrom(method.getReturnType());
    try {
      Object answer = method.invoke(connector, arguments);
      return asked && arguments != null && answer instanceof CompletionStage<?> stage
          ? tape.add(new Tape.Take(session, connector, method.getName(), arguments[0], copy(stage)))
          : answer;
    } catch (InvocationTargetException e) {
      if (asked && arguments != null) {
        return tape.add(
            new Tape.Take(
                session,
                connector,
                method.getName(),
                arguments[0],
                CompletableFuture.failedFuture(e.getCause())));
      }
      throw e.getCause();
    }
  }

  private static <T> CompletableFuture<T> copy(CompletionStage<T> stage) {
    return stage.<T>thenApply(answer -> answer).toCompletableFuture();
  }
}
