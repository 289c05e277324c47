/** The door that all types with handlers go through: AWS Cloud Control. */
@NullMarked
package dev.ashlar.aws.cloudcontrol;

import org.jspecify.annotations.NullMarked;
