/** The command line: an ordinary embedder that uses nothing but the public API. */
@NullMarked
package dev.ashlar.examples.cli;

import org.jspecify.annotations.NullMarked;
