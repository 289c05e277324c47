/** The laws of the design as properties: one class for each law, over random cases from seeds. */
@NullMarked
package dev.ashlar.laws;

import org.jspecify.annotations.NullMarked;
