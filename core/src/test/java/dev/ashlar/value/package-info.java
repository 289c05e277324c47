@NullMarked
package dev.ashlar.value;

import org.jspecify.annotations.NullMarked;
