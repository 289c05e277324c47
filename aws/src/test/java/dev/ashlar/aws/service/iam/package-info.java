/** Roles and policies against emulators that others wrote. */
@NullMarked
package dev.ashlar.aws.service.iam;

import org.jspecify.annotations.NullMarked;
