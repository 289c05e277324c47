/** What is measured: each class runs one kind of thing and gives rows. */
@NullMarked
package dev.ashlar.benchmarks.run;

import org.jspecify.annotations.NullMarked;
