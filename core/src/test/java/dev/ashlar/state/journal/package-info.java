/** How the records of an environment are opened, written and closed. */
@NullMarked
package dev.ashlar.state.journal;

import org.jspecify.annotations.NullMarked;
