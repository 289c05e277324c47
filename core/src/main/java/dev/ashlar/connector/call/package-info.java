/** The call of a connector, contained: whatever it does, its answer is one typed result. */
@NullMarked
package dev.ashlar.connector.call;

import org.jspecify.annotations.NullMarked;
