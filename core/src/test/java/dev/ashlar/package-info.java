/** The front door. */
@NullMarked
package dev.ashlar;

import org.jspecify.annotations.NullMarked;
