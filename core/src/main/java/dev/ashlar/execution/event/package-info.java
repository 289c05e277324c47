/** The stream of a run's events. Not exported. */
@NullMarked
package dev.ashlar.execution.event;

import org.jspecify.annotations.NullMarked;
