/** The environment in examples/aws against an emulator, also when its making is cut off. */
@NullMarked
package dev.ashlar.aws.example;

import org.jspecify.annotations.NullMarked;
