/**
 * Problems and warnings: coded, located, collected. Nothing is decided by a message's text.
 *
 * <p>All types are immutable and safe for every thread.
 */
@NullMarked
package dev.ashlar.diagnostic;

import org.jspecify.annotations.NullMarked;
