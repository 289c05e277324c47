/** Random schemas, values, graphs and edits, from seeds; and how they are written down. */
@NullMarked
package dev.ashlar.laws.generate;

import org.jspecify.annotations.NullMarked;
