/** What every store of states promises, check by check. */
@NullMarked
package dev.ashlar.testkit.store;

import org.jspecify.annotations.NullMarked;
