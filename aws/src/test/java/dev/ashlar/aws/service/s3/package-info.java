/** Buckets. */
@NullMarked
package dev.ashlar.aws.service.s3;

import org.jspecify.annotations.NullMarked;
