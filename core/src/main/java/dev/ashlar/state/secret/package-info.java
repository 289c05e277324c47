/** Keys, envelopes and fingerprints: how secrets lie in a state. Not exported. */
@NullMarked
package dev.ashlar.state.secret;

import org.jspecify.annotations.NullMarked;
