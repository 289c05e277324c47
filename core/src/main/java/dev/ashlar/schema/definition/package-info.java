/**
 * Shapes that are defined once: how an attribute looks with its definition in place. Not exported.
 */
@NullMarked
package dev.ashlar.schema.definition;

import org.jspecify.annotations.NullMarked;
