@NullMarked
package dev.ashlar.plan.digest;

import org.jspecify.annotations.NullMarked;
