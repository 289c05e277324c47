/**
 * What a declared value says without saying it: defaults, and that null is absent. Not exported.
 */
@NullMarked
package dev.ashlar.schema.completion;

import org.jspecify.annotations.NullMarked;
