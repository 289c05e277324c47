/** What the kit promises to whoever tests with it. */
@NullMarked
package dev.ashlar.testkit;

import org.jspecify.annotations.NullMarked;
