/** Topics. */
@NullMarked
package dev.ashlar.aws.service.sns;

import org.jspecify.annotations.NullMarked;
