@NullMarked
package dev.ashlar.plan.planner;

import org.jspecify.annotations.NullMarked;
