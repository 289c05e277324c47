/** Queues. */
@NullMarked
package dev.ashlar.aws.service.sqs;

import org.jspecify.annotations.NullMarked;
