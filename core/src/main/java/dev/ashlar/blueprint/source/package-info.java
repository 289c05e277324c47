/**
 * From bytes to a tree of nodes that know their places: YAML and JSON alike, within limits. Knows
 * nothing of what the documents mean.
 */
@NullMarked
package dev.ashlar.blueprint.source;

import org.jspecify.annotations.NullMarked;
