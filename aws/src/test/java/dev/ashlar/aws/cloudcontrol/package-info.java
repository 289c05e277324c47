/** The door that all types go through. */
@NullMarked
package dev.ashlar.aws.cloudcontrol;

import org.jspecify.annotations.NullMarked;
