/** Stores for states: in memory, and in files. Not exported. */
@NullMarked
package dev.ashlar.state.store;

import org.jspecify.annotations.NullMarked;
