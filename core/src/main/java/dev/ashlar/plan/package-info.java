/**
 * What will happen, and why: changes, reasons, the plan as inert data, and the planner that makes
 * it. Pure.
 *
 * <p>All data is immutable and safe for every thread.
 */
@NullMarked
package dev.ashlar.plan;

import org.jspecify.annotations.NullMarked;
