/** How an object differs from what is wanted. Not exported. */
@NullMarked
package dev.ashlar.plan.diff;

import org.jspecify.annotations.NullMarked;
