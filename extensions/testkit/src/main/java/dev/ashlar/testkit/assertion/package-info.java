/** What a failing assertion says. */
@NullMarked
package dev.ashlar.testkit.assertion;

import org.jspecify.annotations.NullMarked;
