/** Terms: compiled, typed, evaluated, and traced to what they read. */
@NullMarked
package dev.ashlar.graph.term;

import org.jspecify.annotations.NullMarked;
