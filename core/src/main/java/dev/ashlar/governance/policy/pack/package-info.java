/** The packs that come with the engine. */
@NullMarked
package dev.ashlar.governance.policy.pack;

import org.jspecify.annotations.NullMarked;
