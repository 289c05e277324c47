/** Values as JSON text: canonical writing, bounded reading. Not exported. */
@NullMarked
package dev.ashlar.value.json;

import org.jspecify.annotations.NullMarked;
