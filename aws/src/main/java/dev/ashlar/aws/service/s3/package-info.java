/** Buckets. Each part of a bucket's configuration has calls of its own, and a class of its own. */
@NullMarked
package dev.ashlar.aws.service.s3;

import org.jspecify.annotations.NullMarked;
