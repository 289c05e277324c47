/**
 * Ends the operations that an interrupted run had begun: asks after them, looks for what they made,
 * or asks a person. Begins nothing. Not exported.
 */
@NullMarked
package dev.ashlar.execution.recovery;

import org.jspecify.annotations.NullMarked;
