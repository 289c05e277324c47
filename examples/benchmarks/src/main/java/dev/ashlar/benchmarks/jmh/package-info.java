/** Inner loops, for JMH. */
@NullMarked
package dev.ashlar.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
