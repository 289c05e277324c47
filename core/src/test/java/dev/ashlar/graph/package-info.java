/** What the tests of graphs share: a provider with a few telling types, and blueprints as text. */
@NullMarked
package dev.ashlar.graph;

import org.jspecify.annotations.NullMarked;
