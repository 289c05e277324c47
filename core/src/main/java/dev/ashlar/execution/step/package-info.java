/**
 * What each action does: one small class per kind of change. Not exported.
 *
 * <p>Everything here runs on the run's one logical thread.
 */
@NullMarked
package dev.ashlar.execution.step;

import org.jspecify.annotations.NullMarked;
