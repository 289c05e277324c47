/** Tables. */
@NullMarked
package dev.ashlar.aws.service.dynamodb;

import org.jspecify.annotations.NullMarked;
