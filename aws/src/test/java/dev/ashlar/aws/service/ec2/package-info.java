/** Networks against emulators that others wrote. */
@NullMarked
package dev.ashlar.aws.service.ec2;

import org.jspecify.annotations.NullMarked;
