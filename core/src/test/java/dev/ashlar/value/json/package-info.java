@NullMarked
package dev.ashlar.value.json;

import org.jspecify.annotations.NullMarked;
