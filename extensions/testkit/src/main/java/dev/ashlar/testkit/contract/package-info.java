/** What every connector promises, check by check. */
@NullMarked
package dev.ashlar.testkit.contract;

import org.jspecify.annotations.NullMarked;
