/**
 * What the planner must know of the outside, as data: questions and recorded answers. Not exported.
 */
@NullMarked
package dev.ashlar.plan.question;

import org.jspecify.annotations.NullMarked;
