/** Figures, their targets, the table of them, and ratios that are stored. */
@NullMarked
package dev.ashlar.benchmarks.table;

import org.jspecify.annotations.NullMarked;
