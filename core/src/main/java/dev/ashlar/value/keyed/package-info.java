/** Maps that are small in memory: by sorted texts, and in a given order. Not exported. */
@NullMarked
package dev.ashlar.value.keyed;

import org.jspecify.annotations.NullMarked;
