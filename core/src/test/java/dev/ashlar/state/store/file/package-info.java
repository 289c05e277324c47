/**
 * What the store in files promises beyond: nothing lost by a crash, nothing altered goes unseen.
 */
@NullMarked
package dev.ashlar.state.store.file;

import org.jspecify.annotations.NullMarked;
