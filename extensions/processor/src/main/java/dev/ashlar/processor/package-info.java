/**
 * An annotation processor that writes, for each record of a resource type, the class by which a
 * Java program declares such resources. It knows the library by names only and depends on nothing.
 */
package dev.ashlar.processor;
