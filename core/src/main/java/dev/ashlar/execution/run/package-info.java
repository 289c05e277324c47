/** The local driver: walks a plan on one logical thread per run. Not exported. */
@NullMarked
package dev.ashlar.execution.run;

import org.jspecify.annotations.NullMarked;
