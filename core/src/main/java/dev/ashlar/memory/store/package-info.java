/** Where the simulated cloud keeps what it holds: in memory, or in a file that survives a kill. */
@NullMarked
package dev.ashlar.memory.store;

import org.jspecify.annotations.NullMarked;
