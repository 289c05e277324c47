package dev.ashlar.connector;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * A connector that knows more at plan time than its schema says. It may make an unknown known, and
 * replace a known only by an equivalent value. What it answers is recorded and part of the plan's
 * digest.
 *
 * @param <S> the Java type of what a user sets
 * @param <O> the Java type of what the cloud gives
 * @since 0.1
 */
public interface PlanRefining<S, O> extends Connector<S, O> {

  /** Completes a proposed plan. Must give the same answer for the same request. */
  CompletionStage<Refinement> refine(RefineRequest request);

  /** A proposed plan of one object. */
  interface RefineRequest extends Connector.Request {
    /** What the user declared, evaluated; may hold unknowns. */
    Value.MapValue declared();

    /** What the object is, as last observed; empty for a new one. */
    Optional<Value.MapValue> prior();

    /** The declared values completed by defaults and by what is kept; may hold unknowns. */
    Value.MapValue proposed();
  }

  /**
   * A completed plan of one object.
   *
   * @param planned the proposed values, completed
   * @param replace paths of properties whose change means a replacement here
   * @param sensitive paths of properties and outputs that turn out to be secret
   * @param opaque bytes to be kept, encrypted, and handed to the operation
   * @param diagnostics problems and warnings
   */
  record Refinement(
      Value.MapValue planned,
      Set<ValuePath> replace,
      Set<ValuePath> sensitive,
      Bytes opaque,
      List<Diagnostic> diagnostics) {
    /** Copies everything. */
    public Refinement {
      replace = Set.copyOf(replace);
      sensitive = Set.copyOf(sensitive);
      diagnostics = List.copyOf(diagnostics);
    }

    /** Nothing to add. */
    public static Refinement of(Value.MapValue planned) {
      return new Refinement(planned, Set.of(), Set.of(), Bytes.EMPTY, List.of());
    }
  }
}
