/** The in-memory cloud keeps the contract, and what does not keep it is caught. */
@NullMarked
package dev.ashlar.testkit.contract;

import org.jspecify.annotations.NullMarked;
