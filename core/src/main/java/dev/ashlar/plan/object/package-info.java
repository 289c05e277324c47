/** What becomes of one object: one class for each kind of decision. Not exported. */
@NullMarked
package dev.ashlar.plan.object;

import org.jspecify.annotations.NullMarked;
