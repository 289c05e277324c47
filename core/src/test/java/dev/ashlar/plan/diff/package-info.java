@NullMarked
package dev.ashlar.plan.diff;

import org.jspecify.annotations.NullMarked;
