/** Graphs to measure with: of a shape and a size, the same each time. */
@NullMarked
package dev.ashlar.benchmarks.graph;

import org.jspecify.annotations.NullMarked;
