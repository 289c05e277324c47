/** The catalogue. */
@NullMarked
package dev.ashlar.aws.catalogue;

import org.jspecify.annotations.NullMarked;
