/** The catalogue held against data of others, which lies outside of the project. */
@NullMarked
package dev.ashlar.aws.othersource;

import org.jspecify.annotations.NullMarked;
