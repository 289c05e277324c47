/** Which objects a declaration stands for. Not exported. */
@NullMarked
package dev.ashlar.plan.instance;

import org.jspecify.annotations.NullMarked;
