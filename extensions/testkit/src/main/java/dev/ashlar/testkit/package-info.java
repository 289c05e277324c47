/**
 * What tests of blueprints, connectors and state stores are made of: contracts that a test factory
 * returns, a simulation for each test, assertions.
 */
@NullMarked
package dev.ashlar.testkit;

import org.jspecify.annotations.NullMarked;
