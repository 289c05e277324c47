/** The journal: what was begun and what came of it, durable in this order. Not exported. */
@NullMarked
package dev.ashlar.state.journal;

import org.jspecify.annotations.NullMarked;
