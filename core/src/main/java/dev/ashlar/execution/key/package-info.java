/** Names that a cloud recognises an operation by. Not exported. */
@NullMarked
package dev.ashlar.execution.key;

import org.jspecify.annotations.NullMarked;
