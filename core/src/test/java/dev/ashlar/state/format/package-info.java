/** The text of states and journals. */
@NullMarked
package dev.ashlar.state.format;

import org.jspecify.annotations.NullMarked;
