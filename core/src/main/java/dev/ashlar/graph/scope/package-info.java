/** What expressions see: static types by root name, recorded so that they can be rebuilt. */
@NullMarked
package dev.ashlar.graph.scope;

import org.jspecify.annotations.NullMarked;
