/** The types of AWS: read one by one, when they are asked for. */
@NullMarked
package dev.ashlar.aws.catalogue;

import org.jspecify.annotations.NullMarked;
