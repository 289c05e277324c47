/** A graph for a person's eyes. */
@NullMarked
package dev.ashlar.graph.render;

import org.jspecify.annotations.NullMarked;
