/** The command line, built on the public API alone: what it can, every embedder can. */
@NullMarked
package dev.ashlar.cli;

import org.jspecify.annotations.NullMarked;
