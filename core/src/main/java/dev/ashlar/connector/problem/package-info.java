/** What can be wrong with providers and connectors. */
@NullMarked
package dev.ashlar.connector.problem;

import org.jspecify.annotations.NullMarked;
