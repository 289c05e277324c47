/** What the adapter relies on. */
@NullMarked
package dev.ashlar.expression.cel;

import org.jspecify.annotations.NullMarked;
