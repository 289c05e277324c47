/**
 * Which changes of a plan may start: a machine without time, threads or calls, whose state can be
 * written down. Not exported.
 */
@NullMarked
package dev.ashlar.execution.readiness;

import org.jspecify.annotations.NullMarked;
