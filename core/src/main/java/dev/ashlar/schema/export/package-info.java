/** Schemas for others: JSON Schema, and the digest. Not exported. */
@NullMarked
package dev.ashlar.schema.export;

import org.jspecify.annotations.NullMarked;
