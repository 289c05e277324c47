/** Whether two values mean the same, and where they do not. Not exported. */
@NullMarked
package dev.ashlar.schema.equivalence;

import org.jspecify.annotations.NullMarked;
