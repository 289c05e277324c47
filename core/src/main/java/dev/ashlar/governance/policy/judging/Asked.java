package dev.ashlar.governance.policy.judging;

import dev.ashlar.governance.PolicyPack;
import dev.ashlar.governance.policy.language.PolicyScope;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import java.util.EnumSet;
import java.util.Set;

/**
 * A policy of a pack that holds here.
 *
 * @param use the pack
 * @param rule the policy
 */
record Asked(PackInUse use, PolicyPack.Rule rule) {
  /** What makes or changes an object: what is meant where a policy names no action. */
  private static final Set<Action> USUAL =
      EnumSet.of(
          Action.CREATE, Action.UPDATE, Action.REPLACE, Action.REPLACE_IF_CHANGED, Action.ADOPT);

  String name() {
    return use.pack().pack().name() + "/" + rule.id();
  }

  boolean isOfTheWhole() {
    return PolicyScope.isOfTheWhole(rule);
  }

  /** Whether a change of a type that it matches is one that it is about. */
  boolean isAbout(Change change) {
    PolicyPack.Match match = rule.match();
    return (change.action() == Action.NO_OP
            ? isAboutWhatStays(match.actions())
            : isAbout(change.action(), match.actions()))
        && (match.providers().isEmpty() || match.providers().contains(change.home().provider()));
  }

  /** What stays as it is, is held against what is asked of what is made or changed. */
  private static boolean isAboutWhatStays(Set<Action> actions) {
    return actions.isEmpty() || actions.contains(Action.CREATE) || actions.contains(Action.UPDATE);
  }

  private static boolean isAbout(Action action, Set<Action> actions) {
    return actions.isEmpty()
        ? USUAL.contains(action)
        : actions.contains(action == Action.REPLACE_IF_CHANGED ? Action.REPLACE : action);
  }
}
