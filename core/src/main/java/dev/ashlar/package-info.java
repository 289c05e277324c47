/**
 * The front door: {@link dev.ashlar.Ashlar} makes engines, and a {@link dev.ashlar.Workspace} is an
 * environment in somebody's hands.
 */
@NullMarked
package dev.ashlar;

import org.jspecify.annotations.NullMarked;
