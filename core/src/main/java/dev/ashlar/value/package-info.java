/**
 * Values, their types and their places: what every other floor speaks in.
 *
 * <p>All types are immutable and safe for every thread.
 */
@NullMarked
package dev.ashlar.value;

import org.jspecify.annotations.NullMarked;
