/** A planner that is small, slow and obviously right, to hold the real one against. */
@NullMarked
package dev.ashlar.laws.reference;

import org.jspecify.annotations.NullMarked;
