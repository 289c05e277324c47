package dev.ashlar.aws.cloudcontrol;

import dev.ashlar.aws.client.Redaction;
import dev.ashlar.connector.Failure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudcontrol.model.HookProgressEvent;

/** What an account's hooks say to a request: programs that look at it before it is carried out. */
final class Hooks {
  private Hooks() {}

  /** The failure where a hook that may refuse did so. */
  static Optional<Failure> refusal(List<HookProgressEvent> hooks, Redaction redaction) {
    List<HookProgressEvent> refusing =
        hooks.stream()
            .filter(hook -> "FAIL".equals(hook.failureMode()))
            .filter(
                hook ->
                    "HOOK_COMPLETE_FAILED".equals(hook.hookStatus())
                        || "HOOK_FAILED".equals(hook.hookStatus()))
            .toList();
    return refusing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Failure.invalid(
                refusing.stream()
                    .map(
                        hook ->
                            "the hook "
                                + hook.hookTypeName()
                                + " refused it: "
                                + redaction.clean(hook.hookStatusMessage()))
                    .collect(Collectors.joining("; "))));
  }
}
