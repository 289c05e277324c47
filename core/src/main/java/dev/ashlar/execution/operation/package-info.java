/**
 * One operation on one object: begun durably, tried again, waited for, and looked after when its
 * outcome is in doubt. Not exported.
 *
 * <p>Everything here runs on the run's one logical thread.
 */
@NullMarked
package dev.ashlar.execution.operation;

import org.jspecify.annotations.NullMarked;
