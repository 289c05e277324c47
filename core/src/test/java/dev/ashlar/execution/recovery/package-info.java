/** What recovering makes of what it finds. */
@NullMarked
package dev.ashlar.execution.recovery;

import org.jspecify.annotations.NullMarked;
