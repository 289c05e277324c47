/** Every type of the catalogue, through a whole life in the in-memory cloud. */
@NullMarked
package dev.ashlar.aws.everytype;

import org.jspecify.annotations.NullMarked;
