/**
 * The expressions between <code>${</code> and <code>}</code>: compiled and checked against types
 * before anything is planned, evaluated within bounds. Not exported; nothing of CEL leaves it.
 */
@NullMarked
package dev.ashlar.expression;

import org.jspecify.annotations.NullMarked;
