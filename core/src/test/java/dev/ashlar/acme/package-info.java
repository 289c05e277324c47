/** The resource types of an imaginary service, as an author of a connector writes them. */
@NullMarked
package dev.ashlar.acme;

import org.jspecify.annotations.NullMarked;
