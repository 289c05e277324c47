/** Keys. */
@NullMarked
package dev.ashlar.aws.service.kms;

import org.jspecify.annotations.NullMarked;
