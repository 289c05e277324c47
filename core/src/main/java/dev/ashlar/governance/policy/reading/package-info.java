/** Reads documents of kind PolicyPack and PolicyTest. */
@NullMarked
package dev.ashlar.governance.policy.reading;

import org.jspecify.annotations.NullMarked;
