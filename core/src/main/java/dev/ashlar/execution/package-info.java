/**
 * Walking a plan: runs, their events and their outcomes.
 *
 * <p>Events and outcomes are immutable and safe for every thread; they arrive on the engine's
 * executor.
 */
@NullMarked
package dev.ashlar.execution;

import org.jspecify.annotations.NullMarked;
