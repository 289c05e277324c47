/** From a blueprint to a checked graph. */
@NullMarked
package dev.ashlar.graph.compile;

import org.jspecify.annotations.NullMarked;
