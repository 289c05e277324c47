/** Functions. */
@NullMarked
package dev.ashlar.aws.service.lambda;

import org.jspecify.annotations.NullMarked;
