/** Tuned connectors, held to the contract against emulators that others wrote. */
@NullMarked
package dev.ashlar.aws.service;

import org.jspecify.annotations.NullMarked;
