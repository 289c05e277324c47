package dev.ashlar.testkit;

import dev.ashlar.Ashlar;
import dev.ashlar.connector.Provider;
import dev.ashlar.memory.Fault;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.memory.VirtualTime;
import dev.ashlar.state.StateStore;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What {@link Simulated} adds to a test: use that.
 *
 * @since 0.1
 */
public final class SimulationExtension implements ParameterResolver, TestExecutionExceptionHandler {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(SimulationExtension.class);
  private static final String SEED = "ashlar.seed";
  private static final Map<Class<?>, Function<Simulation, Object>> PARTS =
      Map.of(
          Simulation.class, simulation -> simulation,
          Ashlar.class, Simulation::engine,
          MemoryCloud.class, Simulation::cloud,
          VirtualTime.class, Simulation::time,
          StateStore.class, Simulation::store);

  /** For JUnit. */
  public SimulationExtension() {}

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return PARTS.containsKey(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Function<Simulation, Object> part = PARTS.get(parameter.getParameter().getType());
    if (part == null) {
      throw new ParameterResolutionException(
          "a simulation has no " + parameter.getParameter().getType());
    }
    return part.apply(simulation(context));
  }

  /** One for each test, closed by JUnit when the test is over. */
  private static Simulation simulation(ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Simulation.class, key -> made(context), Simulation.class);
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable thrown)
      throws Throwable {
    Simulation simulation = context.getStore(NAMESPACE).get(Simulation.class, Simulation.class);
    if (simulation != null) {
      thrown.addSuppressed(new SimulationNote(simulation));
      context.publishReportEntry(SEED, Long.toString(simulation.seed()));
    }
    throw thrown;
  }

  private static Simulation made(ExtensionContext context) {
    Simulation.Builder builder = Simulation.builder();
    Optional<Simulated> found =
        AnnotationSupport.findAnnotation(context.getTestMethod(), Simulated.class)
            .or(() -> AnnotationSupport.findAnnotation(context.getTestClass(), Simulated.class));
    long seed = found.map(Simulated::seed).orElse(0L);
    builder.seed(seed != 0 ? seed : Long.getLong(SEED, 1));
    if (found.isPresent()) {
      describe(builder, found.get());
    }
    return builder.build();
  }

  private static void describe(Simulation.Builder builder, Simulated how) {
    builder.stage(how.stage()).tenant(how.tenant());
    builder.speed(how.speed()).parallelism(how.parallelism());
    if (!how.latency().isEmpty()) {
      builder.latency(Duration.parse(how.latency()));
    }
    List<Fault> faults = new ArrayList<>();
    for (Class<? extends Simulated.Faults> each : how.faults()) {
      faults.addAll(instance(each).faults());
    }
    builder.faults(faults);
    for (Class<? extends Provider> each : how.impersonating()) {
      builder.addImpersonated(instance(each));
    }
  }

  private static <T> T instance(Class<T> type) {
    try {
      var constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(type.getName() + " could not be made", e.getCause());
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new IllegalArgumentException(
          type.getName() + " needs a constructor without parameters", e);
    }
  }

  /** Stands below a failure, to say how to see it again. */
  private static final class SimulationNote extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SimulationNote(Simulation simulation) {
      super(
          "in a simulation of seed %d, after %s of virtual time; to see it again: @Simulated(seed = %d)"
              .formatted(simulation.seed(), simulation.time().elapsed(), simulation.seed()),
          null,
          false,
          false);
    }
  }
}
