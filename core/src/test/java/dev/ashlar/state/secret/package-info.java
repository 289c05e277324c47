/** Secrets stay secret, and come back only where they belong. */
@NullMarked
package dev.ashlar.state.secret;

import org.jspecify.annotations.NullMarked;
