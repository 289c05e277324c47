/** Which permissions the work with an environment takes. */
@NullMarked
package dev.ashlar.governance.access;

import org.jspecify.annotations.NullMarked;
