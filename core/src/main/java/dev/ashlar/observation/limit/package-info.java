/** When a call may be made: rate limits, declared or found out. Not exported. */
@NullMarked
package dev.ashlar.observation.limit;

import org.jspecify.annotations.NullMarked;
