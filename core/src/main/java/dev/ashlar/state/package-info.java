/**
 * What exists, as recorded: objects, their invariants, and where the records live.
 *
 * <p>All data is immutable and safe for every thread.
 */
@NullMarked
package dev.ashlar.state;

import org.jspecify.annotations.NullMarked;
