/** What AWS tells of an object, in the terms of its schema. */
@NullMarked
package dev.ashlar.aws.model;

import org.jspecify.annotations.NullMarked;
