/**
 * The one place that knows CEL. It gives CEL's parser, checker and evaluator values of our own,
 * which carry unknowns and secrets, and takes from it no message: those may hold a secret.
 */
@NullMarked
package dev.ashlar.expression.cel;

import org.jspecify.annotations.NullMarked;
