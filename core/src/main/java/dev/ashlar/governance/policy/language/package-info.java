/** The expressions of policies: what they can read, and what they come to. */
@NullMarked
package dev.ashlar.governance.policy.language;

import org.jspecify.annotations.NullMarked;
