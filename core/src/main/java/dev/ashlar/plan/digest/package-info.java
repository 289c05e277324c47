/** The digest of a plan. Not exported. */
@NullMarked
package dev.ashlar.plan.digest;

import org.jspecify.annotations.NullMarked;
