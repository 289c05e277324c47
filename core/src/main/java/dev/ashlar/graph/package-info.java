/**
 * A blueprint's declarations as a checked graph: names resolved, expressions compiled, order found,
 * cycles refused. Pure. Not exported.
 */
@NullMarked
package dev.ashlar.graph;

import org.jspecify.annotations.NullMarked;
