/** Specifies what policies ask of documents. */
@NullMarked
package dev.ashlar.governance.policy.document;

import org.jspecify.annotations.NullMarked;
