/** Maps by sorted texts, small in memory. Not exported. */
@NullMarked
package dev.ashlar.value.keyed;

import org.jspecify.annotations.NullMarked;
