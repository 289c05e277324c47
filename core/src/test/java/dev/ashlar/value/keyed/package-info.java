/** What a map by sorted texts promises. */
@NullMarked
package dev.ashlar.value.keyed;

import org.jspecify.annotations.NullMarked;
