/** From the documents that are declared to text that reads back as the same. */
@NullMarked
package dev.ashlar.blueprint.writer;

import org.jspecify.annotations.NullMarked;
