package dev.ashlar.memory.simulation;

import dev.ashlar.connector.Connector;
import dev.ashlar.connector.Failure;
import dev.ashlar.connector.OperationFailedException;
import dev.ashlar.connector.ProviderSession;
import dev.ashlar.memory.cloud.SimulatedType;
import dev.ashlar.memory.store.UnreadableCloudException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A provider of the simulated cloud, opened in one place. */
public final class SimulatedSession implements ProviderSession {
  private final Function<String, Optional<SimulatedType>> types;
  private final String place;
  private final FrontDesk desk;
  private final Map<String, Optional<Connector<?, ?>>> connectors = new ConcurrentHashMap<>();

  /**
   * A session.
   *
   * @param types what is simulated
   * @param place the account and region; empty for the one there is by default
   * @throws OperationFailedException if what the cloud keeps cannot be read
   */
  public SimulatedSession(
      Function<String, Optional<SimulatedType>> types, String place, FrontDesk desk) {
    this.types = types;
    this.place = place;
    this.desk = desk;
    try {
      desk.check();
    } catch (UnreadableCloudException e) {
      throw Failure.invalid(e.why()).toException();
    }
  }

  @Override
  public Optional<Connector<?, ?>> connector(String type) {
    return connectors.computeIfAbsent(type, name -> types.apply(name).map(this::connector));
  }

  private Connector<?, ?> connector(SimulatedType type) {
    return SimulatedType.isFindable(type.schema())
        ? new FindingConnector(type, place, desk)
        : new SimulatedConnector(type, place, desk);
  }

  @Override
  public Failure classify(Throwable thrown) {
    if (!(thrown instanceof UnreadableCloudException unreadable)) {
      return Failure.inDoubt(thrown);
    }
    return unreadable.isTemporary()
        ? Failure.temporary(unreadable.why())
        : Failure.invalid(unreadable.why());
  }

  @Override
  public void close() {
    desk.tidy();
  }
}
