/** When a call that failed in passing is made again. Not exported. */
@NullMarked
package dev.ashlar.observation.retry;

import org.jspecify.annotations.NullMarked;
