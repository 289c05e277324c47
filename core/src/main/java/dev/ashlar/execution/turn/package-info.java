/** Who may begin the next operation, when several runs share one engine. */
@NullMarked
package dev.ashlar.execution.turn;

import org.jspecify.annotations.NullMarked;
