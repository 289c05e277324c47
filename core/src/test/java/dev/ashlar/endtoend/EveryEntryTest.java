package dev.ashlar.endtoend;

import static dev.ashlar.governance.Permission.APPLY;
import static dev.ashlar.governance.Permission.APPROVE;
import static dev.ashlar.governance.Permission.MOVE;
import static dev.ashlar.governance.Permission.PLAN;
import static dev.ashlar.governance.Permission.PRUNE_AUDIT;
import static dev.ashlar.governance.Permission.READ_AUDIT;
import static dev.ashlar.governance.Permission.READ_STATE;
import static dev.ashlar.governance.Permission.RECOVER;
import static dev.ashlar.governance.Permission.REKEY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Ashlar;
import dev.ashlar.Move;
import dev.ashlar.Patrol;
import dev.ashlar.PlanningSession;
import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.drift.DriftReport;
import dev.ashlar.execution.Run;
import dev.ashlar.governance.AccessRequest;
import dev.ashlar.governance.Permission;
import dev.ashlar.governance.PolicyReport;
import dev.ashlar.governance.Principal;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.value.Address;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No entry of the facade is without a permission, or without a reason why it needs none. Whoever
 * adds a method to one of these types adds it to one of these tables.
 */
@Timeout(60)
class EveryEntryTest {
  private static final Principal WHO = Principal.named("who").role("some");
  private static final Environment.Id SHOP = new Environment.Id("", "shop");
  private static final Environment.Id OTHER = new Environment.Id("", "other");
  private static final Address FILES = Address.of("files");

  /** Calls an entry and tells what it reported. */
  private interface Call {
    List<Diagnostic> of(Scenery scenery);
  }

  private record Entry(Permission permission, Call call) {}

  /** What the calls are made on. */
  private record Scenery(Office office, Plan plan, PlanningSession session) {
    Workspace workspace() {
      return office.as(WHO);
    }

    <T> T done(CompletableFuture<T> future) {
      return office.done(future);
    }

    List<Diagnostic> run(Run run) {
      return done(run.outcome()).diagnostics();
    }

    List<Diagnostic> said(CompletableFuture<? extends Checked<?>> future) {
      return done(future).diagnostics();
    }
  }

  private static final Map<String, Entry> ENTRIES = new LinkedHashMap<>();

  private static void entry(String method, Permission permission, Call call) {
    ENTRIES.put(method, new Entry(permission, call));
  }

  static {
    entry("Workspace.check()", PLAN, on -> on.done(on.workspace().check()));
    entry(
        "Workspace.graph(GraphFormat)",
        PLAN,
        on -> on.said(on.workspace().graph(Workspace.GraphFormat.TEXT)));
    entry("Workspace.plan()", PLAN, on -> on.done(on.workspace().plan()).diagnostics());
    entry(
        "Workspace.plan(PlanMode)",
        PLAN,
        on -> on.done(on.workspace().plan(PlanMode.apply())).diagnostics());
    entry(
        "Workspace.edit()",
        PLAN,
        on -> on.done(on.workspace().edit()).preview().plan().diagnostics());
    entry(
        "Workspace.edit(PlanMode)",
        PLAN,
        on -> on.done(on.workspace().edit(PlanMode.apply())).preview().plan().diagnostics());
    entry("Workspace.apply(Plan)", APPLY, on -> on.run(on.workspace().apply(on.plan())));
    entry("Workspace.recover(Answer[])", RECOVER, on -> on.run(on.workspace().recover()));
    entry(
        "Workspace.requestApproval(Plan)",
        PLAN,
        on -> on.said(on.workspace().requestApproval(on.plan())));
    entry(
        "Workspace.requestApproval(Plan,String)",
        PLAN,
        on -> on.said(on.workspace().requestApproval(on.plan(), "why")));
    entry(
        "Workspace.approve(String,String)",
        APPROVE,
        on -> on.said(on.workspace().approve("any", "why")));
    entry(
        "Workspace.reject(String,String)",
        APPROVE,
        on -> on.said(on.workspace().reject("any", "why")));
    entry("Workspace.approvals()", APPROVE, on -> on.said(on.workspace().approvals()));
    entry(
        "Workspace.drift()",
        PLAN,
        on -> {
          DriftReport report = on.done(on.workspace().drift());
          return report.diagnostics();
        });
    entry(
        "Workspace.policies()",
        PLAN,
        on -> {
          PolicyReport report = on.done(on.workspace().policies());
          return report.diagnostics();
        });
    entry("Workspace.state()", READ_STATE, on -> on.said(on.workspace().state()));
    entry("Workspace.state(long)", READ_STATE, on -> on.said(on.workspace().state(1)));
    entry(
        "Ashlar.rekey(Id,boolean,Principal)",
        REKEY,
        on -> on.said(on.office().ashlar.rekey(SHOP, false, WHO)));
    entry(
        "Ashlar.audit(Id,List,Principal)",
        READ_AUDIT,
        on -> on.said(on.office().ashlar.audit(SHOP, List.of(), WHO)));
    entry(
        "Ashlar.anchor(Id,Principal)",
        READ_AUDIT,
        on -> on.said(on.office().ashlar.anchor(SHOP, WHO)));
    entry(
        "Ashlar.pruneAudit(Id,Instant,Principal)",
        PRUNE_AUDIT,
        on -> on.said(on.office().ashlar.pruneAudit(SHOP, Instant.EPOCH, WHO)));
    entry("Workspace.serials()", READ_STATE, on -> on.said(on.workspace().serials()));
    entry(
        "Ashlar.serials(Id,Principal)",
        READ_STATE,
        on -> on.said(on.office().ashlar.serials(SHOP, WHO)));
    entry("PlanningSession.edit(Edit[])", PLAN, on -> on.done(on.session().edit()).refusals());
    entry("PlanningSession.refresh()", PLAN, on -> on.done(on.session().refresh()).refusals());
    entry(
        "Ashlar.state(Id,Principal)",
        READ_STATE,
        on -> on.said(on.office().ashlar.state(SHOP, WHO)));
    entry(
        "Ashlar.move(Id,Address,Id,Principal)",
        MOVE,
        on -> on.done(on.office().ashlar.move(SHOP, FILES, OTHER, WHO)).diagnostics());
    entry(
        "Ashlar.apply(Move,Principal)",
        MOVE,
        on ->
            on.run(
                on.office()
                    .ashlar
                    .apply(
                        new Move(
                            SHOP,
                            1,
                            OTHER,
                            0,
                            FILES,
                            "memory::Bucket",
                            Optional.empty(),
                            List.of()),
                        WHO)));
  }

  /** Entries that ask nothing, and why. */
  private static final Map<String, String> FREE =
      new LinkedHashMap<>(
          Map.ofEntries(
              Map.entry("Workspace.environment()", "what the caller has given"),
              Map.entry("Workspace.principal()", "what the caller has given"),
              Map.entry("PlanningSession.preview()", "what the caller was given before"),
              Map.entry("Patrol.events()", "the patrol asks by each workspace that it is given"),
              Map.entry("Patrol.close()", "ends what the caller has begun"),
              Map.entry("Ashlar.builder()", "there is no engine yet"),
              Map.entry("Ashlar.open(Environment)", "touches nothing: the workspace asks"),
              Map.entry(
                  "Ashlar.open(Environment,Principal)", "touches nothing: the workspace asks"),
              Map.entry("Ashlar.catalog()", "of the program, not of an environment"),
              Map.entry("Ashlar.schema(String)", "of the program, not of an environment"),
              Map.entry("Ashlar.diagnostics()", "of the program, not of an environment"),
              Map.entry("Ashlar.codes()", "of the library, not of an environment"),
              Map.entry("Ashlar.check(PolicyPack)", "reads no environment"),
              Map.entry("Ashlar.test(PolicyCases)", "reads no environment"),
              Map.entry("Ashlar.environments()", "lists what anonymous may read"),
              Map.entry("Ashlar.environments(Principal)", "lists what somebody may read"),
              Map.entry("Ashlar.audit(Id,List)", "the same with a principal, who is anonymous"),
              Map.entry("Ashlar.anchor(Id)", "the same with a principal, who is anonymous"),
              Map.entry("Ashlar.serials(Id)", "the same with a principal, who is anonymous"),
              Map.entry("Ashlar.state(Id)", "the same with a principal, who is anonymous"),
              Map.entry(
                  "Ashlar.move(Id,Address,Id)", "the same with a principal, who is anonymous"),
              Map.entry(
                  "Ashlar.patrol(Duration,Supplier)",
                  "the patrol asks by each workspace that it is given"),
              Map.entry("Ashlar.close()", "who holds the engine may end it")));

  @Test
  void noneIsWithoutAPermissionOrAReason() {
    TreeSet<String> all = new TreeSet<>();
    for (Class<?> type :
        List.of(Workspace.class, Ashlar.class, PlanningSession.class, Patrol.class)) {
      for (Method method : type.getDeclaredMethods()) {
        if (Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()) {
          all.add(name(type, method));
        }
      }
    }
    TreeSet<String> known = new TreeSet<>(ENTRIES.keySet());
    known.addAll(FREE.keySet());
    assertThat(all).isEqualTo(known);
  }

  private static String name(Class<?> type, Method method) {
    return type.getSimpleName()
        + "."
        + method.getName()
        + Arrays.stream(method.getParameterTypes())
            .map(Class::getSimpleName)
            .collect(Collectors.joining(",", "(", ")"));
  }

  static List<String> entries() {
    return new ArrayList<>(ENTRIES.keySet());
  }

  /** What is allowed just now; everything until the scenery is set. */
  private static final class Guard {
    private boolean open = true;
    private Optional<Permission> only = Optional.empty();
    private final List<AccessRequest> asked = new ArrayList<>();

    boolean allows(AccessRequest request) {
      asked.add(request);
      return open || only.isPresent() && request.permission() == only.get();
    }
  }

  private static List<String> codes(String entry, Optional<Permission> only) {
    Guard guard = new Guard();
    try (Office office =
        new Office(builder -> builder.access(guard::allows))
            .declare("{ files: { type: memory::Bucket } }")) {
      office.apply(WHO, office.plan(WHO));
      office.declare("{ files: { type: memory::Bucket }, jobs: { type: memory::Queue } }");
      Scenery scenery = new Scenery(office, office.plan(WHO), office.done(office.as(WHO).edit()));
      guard.open = false;
      guard.only = only;
      List<String> codes =
          ENTRIES.get(entry).call().of(scenery).stream().map(Diagnostic::code).toList();
      assertThat(guard.asked).allMatch(request -> request.principal().equals(WHO));
      return codes;
    }
  }

  @ParameterizedTest
  @MethodSource("entries")
  void isRefusedWithoutAnyPermission(String entry) {
    assertThat(codes(entry, Optional.empty())).contains("access.denied");
  }

  @ParameterizedTest
  @MethodSource("entries")
  void isRefusedWithEveryOtherPermission(String entry) {
    for (Permission other : Permission.values()) {
      boolean enough =
          other == ENTRIES.get(entry).permission()
              || entry.equals("Workspace.approvals()") && other == PLAN;
      if (!enough) {
        assertThat(codes(entry, Optional.of(other))).as("with %s", other).contains("access.denied");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("entries")
  void isNotRefusedWithIts(String entry) {
    assertThat(codes(entry, Optional.of(ENTRIES.get(entry).permission())))
        .doesNotContain("access.denied", "access.type-denied");
  }
}
