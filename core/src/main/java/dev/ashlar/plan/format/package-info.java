/**
 * Plans as JSON and as text. Not exported: {@code Plan} and {@code PlanText} in the package above
 * are the doors.
 */
@NullMarked
package dev.ashlar.plan.format;

import org.jspecify.annotations.NullMarked;
