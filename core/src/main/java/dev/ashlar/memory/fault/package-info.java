/** What goes wrong in the simulated cloud, when and how often. Not exported. */
@NullMarked
package dev.ashlar.memory.fault;

import org.jspecify.annotations.NullMarked;
