/** The provider for AWS. */
@NullMarked
package dev.ashlar.aws;

import org.jspecify.annotations.NullMarked;
