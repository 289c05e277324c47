/** How AWS is reached, and what its refusals mean. */
@NullMarked
package dev.ashlar.aws.client;

import org.jspecify.annotations.NullMarked;
