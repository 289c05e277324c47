@NullMarked
package dev.ashlar.plan.naming;

import org.jspecify.annotations.NullMarked;
