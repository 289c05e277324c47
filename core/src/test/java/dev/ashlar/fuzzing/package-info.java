@NullMarked
package dev.ashlar.fuzzing;

import org.jspecify.annotations.NullMarked;
