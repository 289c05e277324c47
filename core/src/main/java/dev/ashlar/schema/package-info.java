/**
 * What is known of resource types: attributes and their flags, identity, operations and limits; and
 * what follows from it: validation, equivalence, JSON Schema, the binding to Java records.
 *
 * <p>All types are immutable and safe for every thread.
 */
@NullMarked
package dev.ashlar.schema;

import org.jspecify.annotations.NullMarked;
