/** The stores keep the contract, and what does not keep it is caught. */
@NullMarked
package dev.ashlar.testkit.store;

import org.jspecify.annotations.NullMarked;
