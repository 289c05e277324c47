package dev.ashlar.connector;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A provider with its credentials: the connectors, and the one place where a client's exceptions
 * get their meaning. Safe for every thread.
 *
 * @since 0.1
 */
public interface ProviderSession extends AutoCloseable {

  /** The connector of a type; empty where the provider has none. The same one at every call. */
  Optional<Connector<?, ?>> connector(String type);

  /** What an exception of the client means. Without an explanation a mutation is in doubt. */
  default Failure classify(Throwable thrown) {
    return Failure.inDoubt(thrown);
  }

  /** Lets go of the client. */
  @Override
  void close();

  /** A session of these connectors. */
  static Assembly of(Connector<?, ?>... connectors) {
    return of(List.of(connectors));
  }

  /** A session of these connectors. */
  static Assembly of(Collection<? extends Connector<?, ?>> connectors) {
    Map<String, Connector<?, ?>> byType = new LinkedHashMap<>();
    connectors.forEach(connector -> byType.put(connector.type().schema().type(), connector));
    return new Assembly(byType, type -> Optional.empty(), Failure::inDoubt, () -> {});
  }

  /** What a failed stage of a connector means: its own failure, or what the session makes of it. */
  static Failure explain(ProviderSession session, Throwable thrown) {
    Throwable cause = thrown;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof OperationFailedException failed
        ? failed.failure()
        : session.classify(cause);
  }

  /** A session that is put together from parts. Immutable. */
  final class Assembly implements ProviderSession {
    private final Map<String, Connector<?, ?>> byType;
    private final Function<String, Optional<? extends Connector<?, ?>>> others;
    private final Function<Throwable, Failure> classifier;
    private final Runnable closer;
    private final Map<String, Optional<Connector<?, ?>>> made = new ConcurrentHashMap<>();

    private Assembly(
        Map<String, Connector<?, ?>> byType,
        Function<String, Optional<? extends Connector<?, ?>>> others,
        Function<Throwable, Failure> classifier,
        Runnable closer) {
      this.byType = Map.copyOf(byType);
      this.others = others;
      this.classifier = classifier;
      this.closer = closer;
    }

    /** The same; and connectors of other types are made so, once each, when first asked for. */
    public Assembly otherwise(Function<String, Optional<? extends Connector<?, ?>>> maker) {
      return new Assembly(byType, maker, classifier, closer);
    }

    /** The same; and exceptions get their meaning so. */
    public Assembly classifying(Function<Throwable, Failure> meaning) {
      return new Assembly(byType, others, meaning, closer);
    }

    /** The same; and this is done at the end. */
    public Assembly closing(Runnable end) {
      return new Assembly(byType, others, classifier, end);
    }

    @Override
    public Optional<Connector<?, ?>> connector(String type) {
      Connector<?, ?> known = byType.get(type);
      if (known != null) {
        return Optional.of(known);
      }
      return made.computeIfAbsent(type, name -> others.apply(name).map(Function.identity()));
    }

    @Override
    public Failure classify(Throwable thrown) {
      return classifier.apply(thrown);
    }

    @Override
    public void close() {
      closer.run();
    }
  }
}
