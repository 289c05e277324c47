/** What the pages under {@code docs} show and say holds. */
@NullMarked
package dev.ashlar.docs;

import org.jspecify.annotations.NullMarked;
