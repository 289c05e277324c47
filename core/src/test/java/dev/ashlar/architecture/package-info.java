/** What holds for the whole of core, asked of its classes and sources. */
@NullMarked
package dev.ashlar.architecture;

import org.jspecify.annotations.NullMarked;
