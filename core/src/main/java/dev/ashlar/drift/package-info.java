/**
 * What is no longer as applied.
 *
 * <p>All types are immutable and safe for every thread.
 */
@NullMarked
package dev.ashlar.drift;

import org.jspecify.annotations.NullMarked;
