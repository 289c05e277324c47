/** Hashes of values and of records: stable across machines and JVMs. Not exported. */
@NullMarked
package dev.ashlar.value.digest;

import org.jspecify.annotations.NullMarked;
