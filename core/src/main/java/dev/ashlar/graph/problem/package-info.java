/** What can be wrong with a blueprint that was read without a problem. */
@NullMarked
package dev.ashlar.graph.problem;

import org.jspecify.annotations.NullMarked;
