@NullMarked
package dev.ashlar.plan.object;

import org.jspecify.annotations.NullMarked;
