/**
 * The contract between the engine and a cloud: providers, connectors, requests and results, typed
 * failures, optional capabilities.
 *
 * <p>Connector methods are called on the engine's executor, concurrently for different resources,
 * never twice at once for the same one. They return promptly and may complete on any thread.
 */
@NullMarked
package dev.ashlar.connector;

import org.jspecify.annotations.NullMarked;
