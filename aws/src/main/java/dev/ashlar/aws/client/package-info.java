/** The SDK's clients: how they reach AWS, as whom, and what their exceptions mean. */
@NullMarked
package dev.ashlar.aws.client;

import org.jspecify.annotations.NullMarked;
