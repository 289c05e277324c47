/** Constant paths from a root name: {@code uploads["a"].Arn}. Typed and read without CEL. */
@NullMarked
package dev.ashlar.expression.path;

import org.jspecify.annotations.NullMarked;
