/** The rules that a compiled declaration keeps to, one class for each. */
@NullMarked
package dev.ashlar.graph.check;

import org.jspecify.annotations.NullMarked;
