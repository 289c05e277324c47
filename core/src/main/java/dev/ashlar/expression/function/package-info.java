/** The functions of the language over plain values: pure, bounded, the same on every machine. */
@NullMarked
package dev.ashlar.expression.function;

import org.jspecify.annotations.NullMarked;
