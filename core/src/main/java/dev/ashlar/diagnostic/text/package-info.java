/** How text for a terminal is coloured. Not exported. */
@NullMarked
package dev.ashlar.diagnostic.text;

import org.jspecify.annotations.NullMarked;
