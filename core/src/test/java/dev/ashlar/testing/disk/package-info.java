/**
 * A disk that forgets what was not forced, fills up, fails to flush, and stops at any write: a file
 * system of the JDK's own kind, so that production code needs no seam for it.
 */
@NullMarked
package dev.ashlar.testing.disk;

import org.jspecify.annotations.NullMarked;
