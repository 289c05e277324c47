/** Specifies governance. */
@NullMarked
package dev.ashlar.governance;

import org.jspecify.annotations.NullMarked;
