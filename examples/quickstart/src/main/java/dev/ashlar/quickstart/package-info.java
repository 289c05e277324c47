/** From a drawn canvas to a living environment, in one program that says what it does. */
@NullMarked
package dev.ashlar.quickstart;

import org.jspecify.annotations.NullMarked;
