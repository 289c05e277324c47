/**
 * States in files. Of each environment a folder holds heads, which say who may write and where the
 * log stands, and segments, which are the log. Not exported.
 */
@NullMarked
package dev.ashlar.state.store.file;

import org.jspecify.annotations.NullMarked;
