/** Names and marks that the engine makes. Not exported. */
@NullMarked
package dev.ashlar.plan.naming;

import org.jspecify.annotations.NullMarked;
