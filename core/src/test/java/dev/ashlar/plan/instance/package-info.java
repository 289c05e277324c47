@NullMarked
package dev.ashlar.plan.instance;

import org.jspecify.annotations.NullMarked;
