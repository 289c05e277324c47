/** Roles and policies. */
@NullMarked
package dev.ashlar.aws.service.iam;

import org.jspecify.annotations.NullMarked;
