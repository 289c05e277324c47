/**
 * Whether values keep to a schema: all problems at once, with unknown and secret parts in them. Not
 * exported.
 */
@NullMarked
package dev.ashlar.schema.validation;

import org.jspecify.annotations.NullMarked;
