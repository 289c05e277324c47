/** The declared documents, read as a specification of the language. */
@NullMarked
package dev.ashlar.blueprint;

import org.jspecify.annotations.NullMarked;
