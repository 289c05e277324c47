/** An engine on a cloud of plain rules, and the record of what was done with it. */
@NullMarked
package dev.ashlar.laws.rig;

import org.jspecify.annotations.NullMarked;
