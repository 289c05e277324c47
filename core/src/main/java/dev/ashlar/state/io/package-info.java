/** Files that survive a crash: whole or not at all. Not exported. */
@NullMarked
package dev.ashlar.state.io;

import org.jspecify.annotations.NullMarked;
