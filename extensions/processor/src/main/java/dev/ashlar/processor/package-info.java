/** Compile-time reading of annotated resource types. */
package dev.ashlar.processor;
