/** What can be wrong with a plan. Not exported. */
@NullMarked
package dev.ashlar.plan.problem;

import org.jspecify.annotations.NullMarked;
