/** Emulators of AWS that others wrote. */
@NullMarked
package dev.ashlar.aws.emulator;

import org.jspecify.annotations.NullMarked;
