/** What tests of every floor use. */
@NullMarked
package dev.ashlar.testing;

import org.jspecify.annotations.NullMarked;
