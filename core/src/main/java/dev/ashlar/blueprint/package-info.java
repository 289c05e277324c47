/**
 * The declared documents: blueprints and environments, read from YAML or JSON, drawn, or composed
 * in Java; always with the place that everything came from.
 *
 * <p>All types are immutable and safe for every thread, builders aside.
 */
@NullMarked
package dev.ashlar.blueprint;

import org.jspecify.annotations.NullMarked;
