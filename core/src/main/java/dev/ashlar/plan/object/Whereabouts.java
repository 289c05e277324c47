package dev.ashlar.plan.object;

import dev.ashlar.state.StateObject.Home;
import dev.ashlar.value.Value;
import java.util.Optional;

/**
 * Where objects live, and what to ask the provider with.
 *
 * @param home provider, configuration and scope; unknown parts of the scope are unknown values
 * @param configuration the configuration as of now; empty where a part of it is not known yet
 */
public record Whereabouts(Home home, Optional<Value.MapValue> configuration) {}
