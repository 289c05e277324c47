package dev.ashlar.expression.cel;

import dev.ashlar.cel.runtime.CelRuntime;
import dev.ashlar.expression.Limits;
import dev.ashlar.value.ValueType;
import java.util.function.LongSupplier;

/**
 * What expressions of one shape share.
 *
 * @param program CEL's
 * @param type the type of the result
 * @param limits what one evaluation may take
 * @param nanos the clock for the limit of time
 */
record Program(CelRuntime.Program program, ValueType type, Limits limits, LongSupplier nanos) {}
