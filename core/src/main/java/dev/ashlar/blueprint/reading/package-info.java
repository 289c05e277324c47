/**
 * From a tree of nodes to the documents that it declares: every structural problem at once, each at
 * its place. Asks no schema and evaluates nothing.
 */
@NullMarked
package dev.ashlar.blueprint.reading;

import org.jspecify.annotations.NullMarked;
