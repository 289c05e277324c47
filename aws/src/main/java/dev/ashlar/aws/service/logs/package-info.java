/** Groups of logs. */
@NullMarked
package dev.ashlar.aws.service.logs;

import org.jspecify.annotations.NullMarked;
