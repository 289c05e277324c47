/** What every store promises. */
@NullMarked
package dev.ashlar.state.store;

import org.jspecify.annotations.NullMarked;
