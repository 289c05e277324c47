package dev.ashlar.governance.policy.judging;

import dev.ashlar.governance.policy.language.CompiledPack;
import dev.ashlar.value.Value;

/**
 * A pack that holds in an environment.
 *
 * @param pack the pack
 * @param parameters what its parameters are, defaults included
 * @param exemptible whether the environment's own exemptions count
 */
public record PackInUse(CompiledPack pack, Value.MapValue parameters, boolean exemptible) {}
