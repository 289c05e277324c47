/** Runs the tests of policies. */
@NullMarked
package dev.ashlar.governance.policy.testing;

import org.jspecify.annotations.NullMarked;
