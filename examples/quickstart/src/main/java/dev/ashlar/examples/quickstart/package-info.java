/** The smallest embedding: a blueprint planned and applied against the in-memory cloud. */
@NullMarked
package dev.ashlar.examples.quickstart;

import org.jspecify.annotations.NullMarked;
