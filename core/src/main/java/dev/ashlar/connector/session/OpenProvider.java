package dev.ashlar.connector.session;

import dev.ashlar.connector.Connector;
import dev.ashlar.connector.OperationFailedException;
import dev.ashlar.connector.Provider;
import dev.ashlar.connector.ProviderSession;
import dev.ashlar.connector.problem.ConnectorProblems;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.schema.ResourceType;
import dev.ashlar.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One provider with one configuration: opened once, also when that failed. */
final class OpenProvider {
  private final String name;
  private final Provider provider;
  private final Value.MapValue configuration;
  private final Map<String, Checked<OpenConnector<?, ?>>> connectors = new HashMap<>();
  private @Nullable Checked<ProviderSession> session;
  private boolean closed;

  OpenProvider(String name, Provider provider, Value.MapValue configuration) {
    this.name = name;
    this.provider = provider;
    this.configuration = configuration;
  }

  /** Opens the provider and asks the connector for its type, each at most once. */
  synchronized Checked<OpenConnector<?, ?>> connector(String type) {
    Checked<OpenConnector<?, ?>> known = connectors.get(type);
    if (known == null) {
      known = find(type);
      connectors.put(type, known);
    }
    return known;
  }

  private Checked<OpenConnector<?, ?>> find(String type) {
    if (closed) {
      return refused(ConnectorProblems.CANNOT_OPEN, "the engine is closed.");
    }
    if (session == null) {
      session = open();
    }
    Optional<ProviderSession> opened = session.value();
    if (opened.isEmpty()) {
      return Checked.refused(session.diagnostics());
    }
    try {
      Optional<Connector<?, ?>> connector = opened.get().connector(type);
      if (connector == null || connector.isEmpty()) {
        return refused(ConnectorProblems.NO_CONNECTOR, "it has none for \"" + type + "\".");
      }
      return typed(opened.get(), connector.get(), type);
    } catch (RuntimeException | LinkageError e) {
      return refused(
          ConnectorProblems.NO_CONNECTOR, "for \"" + type + "\" it threw " + name(e) + ".");
    }
  }

  private <S, O> Checked<OpenConnector<?, ?>> typed(
      ProviderSession opened, Connector<S, O> connector, String type) {
    ResourceType<S, O> own = connector.type();
    if (own == null || !own.schema().type().equals(type)) {
      return refused(
          ConnectorProblems.NO_CONNECTOR,
          "for \""
              + type
              + "\" it gave "
              + connector.getClass().getName()
              + ", whose type is "
              + (own == null ? "null" : "\"" + own.schema().type() + "\"")
              + ".");
    }
    return Checked.of(new OpenConnector<>(name, opened, connector, own));
  }

  private Checked<ProviderSession> open() {
    try {
      ProviderSession opened = provider.open(new Opening(configuration));
      return opened == null
          ? refused(ConnectorProblems.CANNOT_OPEN, "its open() gave null.")
          : Checked.of(opened);
    } catch (OperationFailedException e) {
      return refused(ConnectorProblems.CANNOT_OPEN, e.failure().detail() + ".");
    } catch (RuntimeException | LinkageError e) {
      return refused(ConnectorProblems.CANNOT_OPEN, "its open() threw " + name(e) + ".");
    }
  }

  private <T> Checked<T> refused(Code code, String detail) {
    String who = "The provider \"" + name + "\" (" + provider.getClass().getName() + "): ";
    return Checked.refused(List.of(Diagnostic.of(code, who + detail)));
  }

  private static String name(Throwable thrown) {
    return thrown.getClass().getName();
  }

  synchronized void close() {
    closed = true;
    if (session == null) {
      return;
    }
    try {
      session.value().ifPresent(ProviderSession::close);
    } catch (RuntimeException | LinkageError e) {
      // Nothing is left to be done with it, and the others are to be closed as well.
      session = null;
    }
  }
}
