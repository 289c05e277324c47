/** Measures the engine, prints a table, and tells when a ratio has become worse. */
@NullMarked
package dev.ashlar.benchmarks;

import org.jspecify.annotations.NullMarked;
