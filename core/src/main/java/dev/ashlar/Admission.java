package dev.ashlar;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.governance.Access;
import dev.ashlar.governance.AccessRequest;
import dev.ashlar.governance.Permission;
import dev.ashlar.governance.Principal;
import dev.ashlar.governance.access.AccessProblems;
import dev.ashlar.governance.access.Required;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Asks who may do what, at every entry. Where no access is set everything is allowed, at no cost.
 *
 * @param access who may; null for everybody everything
 */
record Admission(@Nullable Access access) {

  /** Why somebody may do none of these; nothing where one of them is allowed. */
  List<Diagnostic> toOneOf(
      Workspace workspace, String stage, Permission first, Permission... others) {
    List<Diagnostic> no = to(request(workspace, first, stage));
    for (Permission other : others) {
      if (!no.isEmpty() && is(request(workspace, other, stage))) {
        return List.of();
      }
    }
    return no;
  }

  /** Why somebody may not; nothing where it is allowed. */
  List<Diagnostic> to(AccessRequest request) {
    return is(request) ? List.of() : List.of(denied(request));
  }

  /** Why somebody may not, where no document says at which stage. */
  List<Diagnostic> to(Principal principal, Permission permission, Environment.Id environment) {
    return to(AccessRequest.of(principal, permission, environment));
  }

  /** Why somebody may not carry out a plan: the plan as a whole, and each type that it changes. */
  List<Diagnostic> to(Workspace workspace, Plan plan) {
    if (access == null) {
      return List.of();
    }
    String stage = Required.stage(plan).orElse(workspace.environment().stage());
    List<Diagnostic> all = new ArrayList<>();
    for (Permission permission : Required.of(plan)) {
      all.addAll(to(request(workspace, permission, stage)));
    }
    Map<Permission, Map<String, Boolean>> known = new EnumMap<>(Permission.class);
    for (Change change : plan.changes()) {
      Permission permission = Required.of(plan, change);
      boolean may =
          known
              .computeIfAbsent(permission, any -> new HashMap<>())
              .computeIfAbsent(
                  change.type(), type -> is(request(workspace, permission, stage).to(type)));
      if (!may) {
        all.add(denied(workspace.principal(), permission, change));
      }
    }
    return all;
  }

  /** Why somebody may not read what is recorded: each type counts. */
  List<Diagnostic> toRead(AccessRequest request, State state) {
    if (access == null) {
      return List.of();
    }
    TreeSet<String> types = new TreeSet<>();
    for (StateObject object : state.objects()) {
      types.add(object.type());
    }
    List<Diagnostic> all = new ArrayList<>();
    for (String type : types) {
      if (!is(request.to(type))) {
        all.add(
            Diagnostic.of(
                AccessProblems.TYPE_DENIED,
                request.principal()
                    + " has no permission "
                    + request.permission().text()
                    + " for "
                    + type
                    + ", of which objects are recorded."));
      }
    }
    return all;
  }

  private static AccessRequest request(Workspace workspace, Permission permission, String stage) {
    return AccessRequest.of(workspace.principal(), permission, workspace.environment().id())
        .at(stage);
  }

  /** Whether it is allowed. One that cannot tell does not allow. */
  boolean is(AccessRequest request) {
    if (access == null) {
      return true;
    }
    try {
      return access.allows(request);
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static Diagnostic denied(AccessRequest request) {
    Principal principal = request.principal();
    return Diagnostic.of(
        request.type().isPresent() ? AccessProblems.TYPE_DENIED : AccessProblems.DENIED,
        principal
            + " has no permission "
            + request.permission().text()
            + request.type().map(type -> " for " + type).orElse("")
            + " in \""
            + request.environment()
            + "\""
            + (principal.roles().isEmpty()
                ? ", being in no role."
                : ", being " + String.join(", ", new TreeSet<>(principal.roles())) + "."));
  }

  private static Diagnostic denied(Principal principal, Permission permission, Change change) {
    return Diagnostic.of(
            AccessProblems.TYPE_DENIED,
            "The plan would "
                + change.action().text()
                + " \""
                + change.address()
                + "\", which is a "
                + change.type()
                + ", and "
                + principal
                + " has no permission "
                + permission.text()
                + " for that type.")
        .on(change.address())
        .at(change.location().orElse(null))
        .canvas(change.canvas().orElse(null));
  }
}
