@NullMarked
package dev.ashlar.plan.order;

import org.jspecify.annotations.NullMarked;
