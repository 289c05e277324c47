/** A fake of Cloud Control that holds to the registry's schemas, over its own wire. */
@NullMarked
package dev.ashlar.aws.fake;

import org.jspecify.annotations.NullMarked;
