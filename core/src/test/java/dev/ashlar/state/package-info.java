/** What is recorded stays recorded, and nothing else is. */
@NullMarked
package dev.ashlar.state;

import org.jspecify.annotations.NullMarked;
