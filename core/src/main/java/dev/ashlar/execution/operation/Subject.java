package dev.ashlar.execution.operation;

import dev.ashlar.schema.Operation;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Bytes;
import java.time.Duration;
import java.util.Optional;

/**
 * What an operation is about.
 *
 * @param change the change's id in the plan
 * @param object which object
 * @param type the resource type
 * @param home where it lives
 * @param operation what is called
 * @param opaque bytes that the connector asked to be kept
 * @param intent what is recorded while the outcome is not known
 * @param target what is recorded when a change in place took effect
 * @param timeout how long it may take, retries aside
 * @param visibility how long its effect may be invisible
 * @param keyHonoured whether the cloud recognises the idempotency key, so that the same call may be
 *     made again in doubt
 */
public record Subject(
    String change,
    ObjectId object,
    String type,
    StateObject.Home home,
    Operation operation,
    Bytes opaque,
    Optional<StateObject> intent,
    Optional<StateObject> target,
    Duration timeout,
    Duration visibility,
    boolean keyHonoured) {}
