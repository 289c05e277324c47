/** What the simulated cloud holds, and what it decides on a request: pure, but for one holder. */
@NullMarked
package dev.ashlar.memory.cloud;

import org.jspecify.annotations.NullMarked;
