/** Directed graphs of anything: stable order, cycles with their path, layers. */
@NullMarked
package dev.ashlar.graph.dag;

import org.jspecify.annotations.NullMarked;
