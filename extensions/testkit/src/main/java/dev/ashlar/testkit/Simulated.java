package dev.ashlar.testkit;

import dev.ashlar.connector.Provider;
import dev.ashlar.memory.Fault;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test a simulation of its own: an engine, a cloud in memory, virtual time, states in
 * memory. Test methods, constructors and life cycle methods take them as parameters: a {@link
 * Simulation}, or one of its parts by type. On a method it takes the place of the one on the class.
 *
 * <p>The same seed gives the same run. A test that fails tells its seed; {@code -Dashlar.seed=7}
 * sets it where an annotation does not.
 *
 * @since 0.1
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(SimulationExtension.class)
public @interface Simulated {
  /** What identifiers, faults and lineages are drawn from; 0 for the property, or else 1. */
  long seed() default 0;

  /** Providers whose types the cloud serves as well; each has a constructor without parameters. */
  Class<? extends Provider>[] impersonating() default {};

  /** What goes wrong from the beginning. */
  Class<? extends Faults>[] faults() default {};

  /** The stage that blueprints are opened at. */
  String stage() default "test";

  /** The tenant that blueprints are opened for; empty for none. */
  String tenant() default "";

  /** How long each answer of the cloud takes, in ISO-8601; empty for no time. */
  String latency() default "";

  /** How many times faster than in a real cloud long operations are. */
  double speed() default 1;

  /** How many operations of one run may be under way at once. */
  int parallelism() default 16;

  /**
   * What goes wrong; it has a constructor without parameters.
   *
   * @since 0.1
   */
  interface Faults {
    /** The faults. */
    List<Fault> faults();
  }
}
