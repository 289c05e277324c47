/** The text of states and journals: written byte by byte the same, read strictly. Not exported. */
@NullMarked
package dev.ashlar.state.format;

import org.jspecify.annotations.NullMarked;
