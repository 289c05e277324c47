/**
 * Writes the catalogue from its sources. Run by hand, see {@code src/catalogue/generate}: what it
 * writes is kept in the project.
 */
@NullMarked
package dev.ashlar.aws.generation;

import org.jspecify.annotations.NullMarked;
