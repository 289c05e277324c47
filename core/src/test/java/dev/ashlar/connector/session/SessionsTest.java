package dev.ashlar.connector.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.connector.Connector;
import dev.ashlar.connector.Failure;
import dev.ashlar.connector.Provider;
import dev.ashlar.connector.ProviderSession;
import dev.ashlar.connector.Reading;
import dev.ashlar.connector.Result;
import dev.ashlar.connector.discovery.Providers;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.schema.Catalog;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.ResourceType;
import dev.ashlar.value.Secret;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Providers are opened once per configuration, and closed together. */
class SessionsTest {
  private static final String QUEUE = "acme::Queue";
  private static final ResourceSchema SCHEMA = ResourceSchema.builder(QUEUE).build();
  private static final MapValue NORTH = Value.map(Map.of("region", Value.of("north")));
  private static final MapValue SOUTH = Value.map(Map.of("region", Value.of("south")));

  private final List<String> log = new ArrayList<>();

  @Test
  void aProviderIsOpenedOnceForEachConfiguration() {
    Sessions sessions = sessions(request -> new OnDemand(type -> Optional.of(new Queue())));

    OpenConnector<?, ?> first = sessions.connector("acme", NORTH, QUEUE).orThrow();
    OpenConnector<?, ?> again = sessions.connector(NORTH, QUEUE).orThrow();
    OpenConnector<?, ?> south = sessions.connector("acme", SOUTH, QUEUE).orThrow();

    assertThat(again).isSameAs(first);
    assertThat(south).isNotSameAs(first);
    assertThat(log).containsExactly("open north", "type", "open south", "type");
  }

  @Test
  void nothingIsOpenedUntilItIsNeeded() {
    try (Sessions sessions = sessions(request -> ProviderSession.of(new Queue()))) {
      assertThat(sessions).isNotNull();
    }

    assertThat(log).isEmpty();
  }

  @Test
  void aConnectorIsAskedForItsTypeOnce() {
    Sessions sessions = sessions(request -> new OnDemand(type -> Optional.of(new Queue())));

    sessions.connector(NORTH, QUEUE).orThrow();
    sessions.connector(NORTH, QUEUE).orThrow();

    assertThat(log).containsExactly("open north", "type");
  }

  @Test
  void allSessionsAreClosedThoughOneFails() {
    Sessions sessions =
        sessions(
            request ->
                ProviderSession.of(new Queue())
                    .closing(
                        () -> {
                          log.add("close");
                          throw new IllegalStateException();
                        }));
    sessions.connector(NORTH, QUEUE).orThrow();
    sessions.connector(SOUTH, QUEUE).orThrow();
    log.clear();

    sessions.close();

    assertThat(log).containsExactly("close", "close");
    assertThatThrownBy(() -> sessions.connector(NORTH, QUEUE))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aConfigurationThatCannotWorkIsSaidInTheProvidersWords() {
    Sessions sessions =
        sessions(
            request -> {
              throw Failure.denied("acme:open", "the token is expired").toException();
            });

    Diagnostic problem = problem(sessions, QUEUE);

    assertThat(problem.code()).isEqualTo("connector.cannot-open");
    assertThat(problem.detail()).endsWith(": the token is expired.");
  }

  @Test
  void aProviderThatFailsToOpenIsNamedAndAskedOnlyOnce() {
    Sessions sessions =
        sessions(
            request -> {
              throw new IllegalArgumentException("password=hunter2");
            });

    problem(sessions, QUEUE);

    assertThat(problem(sessions, QUEUE).detail())
        .startsWith("The provider \"acme\" (dev.ashlar.connector.session.SessionsTest$")
        .endsWith("its open() threw java.lang.IllegalArgumentException.");
    assertThat(log).containsExactly("open north");
  }

  @Test
  void nullInPlaceOfASessionIsNamed() {
    assertThat(problem(sessions(request -> null), QUEUE).detail())
        .endsWith("its open() gave null.");
  }

  @Test
  void aTypeWithoutAConnectorIsNamed() {
    assertThat(problem(sessions(request -> ProviderSession.of()), QUEUE).code())
        .isEqualTo("connector.no-connector");
  }

  @Test
  void aConnectorOfAnotherTypeIsNamed() {
    Sessions sessions = sessions(request -> new OnDemand(type -> Optional.of(new Queue())));

    assertThat(problem(sessions, "acme::Topic").detail()).contains("whose type is \"acme::Queue\"");
  }

  @Test
  void aProviderThatDoesNotExistIsSaid() {
    Sessions sessions = sessions(request -> ProviderSession.of());

    assertThat(sessions.connector("amce", NORTH, QUEUE).diagnostics().get(0).code())
        .isEqualTo("connector.no-provider");
    assertThat(problem(sessions, "amce::Queue").code()).isEqualTo("connector.no-provider");
  }

  /**
   * What a blueprint says under providers.acme.
   *
   * @param region where
   * @param token the credential
   */
  public record Configuration(String region, Secret<String> token) {}

  @Test
  void theConfigurationComesAsARecordOfTheProviders() {
    List<Configuration> seen = new ArrayList<>();
    Sessions sessions =
        sessions(
            request -> {
              seen.add(request.configuration(Configuration.class));
              return ProviderSession.of(new Queue());
            });

    sessions.connector(NORTH.with("token", Value.secret(Value.of("t"))), QUEUE).orThrow();

    assertThat(seen).containsExactly(new Configuration("north", Secret.of("t")));
  }

  private static Diagnostic problem(Sessions sessions, String type) {
    return sessions.connector(NORTH, type).diagnostics().get(0);
  }

  private Sessions sessions(Function<Provider.OpenRequest, ProviderSession> opening) {
    return new Sessions(Providers.of(new Acme(opening)));
  }

  /** A provider that a test opens. */
  private final class Acme implements Provider {
    private final Function<OpenRequest, ProviderSession> opening;

    Acme(Function<OpenRequest, ProviderSession> opening) {
      this.opening = opening;
    }

    @Override
    public Descriptor descriptor() {
      return Descriptor.of("acme", "1.0.0").owning("acme::");
    }

    @Override
    public Catalog catalog() {
      return Catalog.of(List.of(SCHEMA));
    }

    @Override
    public ProviderSession open(OpenRequest request) {
      log.add("open " + request.configuration().get("region"));
      return opening.apply(request);
    }
  }

  /** A session that asks nobody anything by itself. */
  private record OnDemand(Function<String, Optional<Connector<?, ?>>> connectors)
      implements ProviderSession {
    @Override
    public Optional<Connector<?, ?>> connector(String type) {
      return connectors.apply(type);
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  /** A connector that only has a type. */
  private final class Queue implements Connector<MapValue, MapValue> {
    @Override
    public ResourceType<MapValue, MapValue> type() {
      log.add("type");
      return ResourceType.of(SCHEMA);
    }

    @Override
    public CompletionStage<Result<MapValue>> create(CreateRequest<MapValue> request) {
      throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Reading<MapValue, MapValue>> read(
        ReadRequest<MapValue, MapValue> request) {
      throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Result<MapValue>> update(UpdateRequest<MapValue, MapValue> request) {
      throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Result<MapValue>> delete(DeleteRequest<MapValue, MapValue> request) {
      throw new UnsupportedOperationException();
    }
  }
}
