/** The step machine that makes plans, and its inputs. Not exported. */
@NullMarked
package dev.ashlar.plan.planner;

import org.jspecify.annotations.NullMarked;
