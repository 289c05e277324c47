/** The expression language as a specification. */
@NullMarked
package dev.ashlar.expression;

import org.jspecify.annotations.NullMarked;
