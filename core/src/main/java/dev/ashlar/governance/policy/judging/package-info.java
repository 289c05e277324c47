/** Judges plans: which policies are asked of what, and what follows from their answers. */
@NullMarked
package dev.ashlar.governance.policy.judging;

import org.jspecify.annotations.NullMarked;
