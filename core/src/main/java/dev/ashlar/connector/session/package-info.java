/** Providers that are open, and their connectors at hand. */
@NullMarked
package dev.ashlar.connector.session;

import org.jspecify.annotations.NullMarked;
