/** Edits of documents, applied purely. */
@NullMarked
package dev.ashlar.blueprint.editing;

import org.jspecify.annotations.NullMarked;
