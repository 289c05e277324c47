/** Verdicts for other tools: SARIF and JUnit. */
@NullMarked
package dev.ashlar.governance.policy.report;

import org.jspecify.annotations.NullMarked;
