/** What a declaration reads, and which others it therefore depends on. */
@NullMarked
package dev.ashlar.graph.link;

import org.jspecify.annotations.NullMarked;
