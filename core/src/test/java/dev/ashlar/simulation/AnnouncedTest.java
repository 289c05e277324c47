package dev.ashlar.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.connector.Failure;
import dev.ashlar.execution.Event;
import dev.ashlar.execution.Outcome;
import dev.ashlar.memory.Fault;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Compensation;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.plan.Reason;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Address;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a plan announces as what undoes each change is what a rollback then does. */
class AnnouncedTest {
  private static final long SEED = Long.getLong("seed", 20_261_124);
  private static final int RUNS = Integer.getInteger("runs", 12);

  /** Some of what comes is protected, or is to stay. */
  private static String after(Random random) {
    String after = Shop.AFTER;
    for (int i = 0; i < 5; i++) {
      String comes = "  comes" + i + ": { type: \"memory::Value\",";
      String how =
          switch (random.nextInt(3)) {
            case 0 -> " lifecycle: { preventDestroy: true },";
            case 1 -> " lifecycle: { onRemove: retain },";
            default -> "";
          };
      after = after.replace(comes, comes + how);
    }
    return after;
  }

  @Test
  void whatIsAnnouncedIsDone() {
    for (long seed = SEED; seed < SEED + RUNS; seed++) {
      Random random = new Random(seed);
      String document = after(random);
      Shop shop = new Shop().onFailure(Environment.OnFailure.STOP);
      shop.apply(Shop.BEFORE);
      List<Change> changes = shop.plan(document).changes();
      Change failing = changes.get(random.nextInt(changes.size()));
      shop.cloud.fault(
          Fault.refusal(Failure.invalid("no"))
              .on("*", Operation.CREATE, Operation.UPDATE, Operation.DELETE)
              .onResource(failing.address().toString())
              .times(1));

      Outcome outcome = shop.apply(document);

      Plan back = shop.plan(document, PlanMode.rollback().to(1));
      String as = "seed " + seed + ", " + failing.id() + " fails: " + back.diagnostics();
      assertThat(back.hasErrors()).as(as).isFalse();
      Set<Address> lasting = new TreeSet<>();
      for (Outcome.ChangeResult result : outcome.changes()) {
        if (result.status() == Event.Status.DONE && result.done() != Action.NO_OP) {
          check(result.change(), back, lasting, as);
        }
      }
      Set<Address> left = new TreeSet<>();
      back.diagnostics().forEach(each -> each.address().ifPresent(left::add));
      assertThat(left).as(as).isEqualTo(lasting);
    }
  }

  private static void check(Change change, Plan back, Set<Address> lasting, String as) {
    if (change.compensation() instanceof Compensation.None) {
      lasting.add(change.address());
      assertThat(of(back, change.address())).as("%s; %s stays", as, change.id()).isEmpty();
      return;
    }
    Action announced = ((Compensation.Undo) change.compensation()).action();
    Set<Action> fits =
        switch (announced) {
          // An object that was made in the place of another goes when that one is made again, or
          // has its place again.
          case DELETE -> EnumSet.of(Action.DELETE);
          case CREATE ->
              change.reason().kind() == Reason.Kind.REPLACED
                  ? EnumSet.of(Action.REPLACE, Action.CREATE)
                  : EnumSet.of(Action.CREATE);
          default -> EnumSet.of(announced, Action.REPLACE);
        };
    assertThat(of(back, change.address()))
        .as("%s; %s is undone by %s", as, change.id(), announced)
        .containsAnyElementsOf(fits);
  }

  private static List<Action> of(Plan plan, Address address) {
    return plan.changes().stream()
        .filter(change -> change.address().equals(address))
        .map(Change::action)
        .toList();
  }
}
