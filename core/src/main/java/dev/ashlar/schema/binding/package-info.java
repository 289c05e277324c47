/** Java records as schemas and as codecs. Not exported. */
@NullMarked
package dev.ashlar.schema.binding;

import org.jspecify.annotations.NullMarked;
