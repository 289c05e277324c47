/** Which providers there are, and which one owns a type. */
@NullMarked
package dev.ashlar.connector.discovery;

import org.jspecify.annotations.NullMarked;
