/** What the processor writes, against stubs of the library that it knows by names only. */
package dev.ashlar.processor;
