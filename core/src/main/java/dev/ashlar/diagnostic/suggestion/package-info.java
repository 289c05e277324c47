/** What somebody may have meant. */
@NullMarked
package dev.ashlar.diagnostic.suggestion;

import org.jspecify.annotations.NullMarked;
