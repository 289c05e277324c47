/** A shop that switches its features with flags, and declares them with everything else. */
@NullMarked
package dev.ashlar.shop;

import org.jspecify.annotations.NullMarked;
