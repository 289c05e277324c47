/**
 * What a plan must know of the outside: asks the clouds, asynchronously, in batches, and records
 * the answers. Not exported.
 */
@NullMarked
package dev.ashlar.observation;

import org.jspecify.annotations.NullMarked;
