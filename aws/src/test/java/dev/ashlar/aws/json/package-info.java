/** Values as JSON on the wire. */
@NullMarked
package dev.ashlar.aws.json;

import org.jspecify.annotations.NullMarked;
