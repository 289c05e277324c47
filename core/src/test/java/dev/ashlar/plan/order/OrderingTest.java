package dev.ashlar.plan.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.ReplaceOrder;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What waits for what, declaration by declaration: a uses b means that a depends on b. */
class OrderingTest {
  private final Map<String, Set<String>> below = new HashMap<>();
  private final List<Change> changes = new ArrayList<>();
  private State.Builder state = State.builder(new Environment.Id("", "shop"), "l");

  private static ObjectId id(String name, int incarnation) {
    return new ObjectId(Address.of(name), incarnation);
  }

  private void uses(String user, String... used) {
    below.put(user, new TreeSet<>(Arrays.asList(used)));
  }

  /** An object that used these when it was applied last. */
  private void recorded(String name, String... used) {
    state =
        state.put(
            new StateObject(
                id(name, 1),
                false,
                "t",
                new StateObject.Home("t", "t", Value.MapValue.EMPTY),
                new StateObject.SchemaStamp(1, ""),
                StateObject.Status.READY,
                Optional.of(name),
                StateObject.Values.NONE,
                new TreeMap<>(),
                Bytes.EMPTY,
                List.of(used),
                StateObject.StoredLifecycle.DEFAULT,
                Optional.empty()));
  }

  private void change(String name, Action action) {
    changes.add(Change.builder(id(name, 1), "t", action).build());
  }

  private void delete(String name, String... used) {
    changes.add(
        Change.builder(id(name, 1), "t", Action.DELETE)
            .reason(Reason.of(Reason.Kind.REMOVED))
            .dependencies(List.of(used))
            .build());
  }

  private void replace(String name, ReplaceOrder order, String... used) {
    replace(name, Action.REPLACE, order, used);
  }

  private void replace(String name, Action action, ReplaceOrder order, String... used) {
    changes.add(Change.builder(id(name, 2), "t", action).order(order).prior(id(name, 1)).build());
    changes.add(
        Change.builder(id(name, 1), "t", Action.DELETE)
            .reason(Reason.of(Reason.Kind.REPLACED))
            .dependencies(List.of(used))
            .build());
  }

  private Ordering.Ordered ordered() {
    return Ordering.order(
        changes, name -> below.getOrDefault(name, Set.of()), new Dependants(state.build()));
  }

  private List<String> order() {
    Ordering.Ordered ordered = ordered();
    assertThat(ordered.diagnostics()).isEmpty();
    return ordered.changes().stream().map(Change::id).toList();
  }

  private List<String> waits(String id) {
    return ordered().changes().stream()
        .filter(change -> change.id().equals(id))
        .findFirst()
        .orElseThrow()
        .dependsOn();
  }

  @Test
  void whatIsUsedIsMadeFirst() {
    uses("b", "a");
    uses("c", "a", "b");
    change("c", Action.CREATE);
    change("b", Action.CREATE);
    change("a", Action.UPDATE);
    assertThat(order()).containsExactly("a#1/update", "b#1/create", "c#1/create");
    assertThat(waits("c#1/create")).containsExactly("a#1/update", "b#1/create");
  }

  @Test
  void usersAreDeletedFirst() {
    recorded("a");
    recorded("b", "a");
    delete("a");
    delete("b", "a");
    assertThat(order()).containsExactly("b#1/delete", "a#1/delete");
  }

  @Test
  void anObjectThatIsNotUsedAnyMoreGoesAfterItsFormerUserWasChanged() {
    recorded("a");
    recorded("b", "a");
    delete("a");
    change("b", Action.UPDATE);
    assertThat(order()).containsExactly("b#1/update", "a#1/delete");
  }

  @Test
  void deletedFirstWaitsOnlyForTheDeletionsOfItsUsers() {
    recorded("a");
    recorded("b", "a");
    recorded("c", "a");
    uses("b", "a");
    uses("c", "a");
    replace("a", ReplaceOrder.DELETE_THEN_CREATE);
    replace("b", ReplaceOrder.DELETE_THEN_CREATE, "a");
    change("c", Action.UPDATE);
    assertThat(waits("a#1/delete")).containsExactly("b#1/delete");
    assertThat(waits("a#2/replace")).containsExactly("a#1/delete");
    assertThat(waits("b#2/replace")).containsExactlyInAnyOrder("a#2/replace", "b#1/delete");
    assertThat(waits("c#1/update")).containsExactly("a#2/replace");
    assertThat(order()).startsWith("b#1/delete", "a#1/delete", "a#2/replace");
  }

  @Test
  void createdFirstIsDeletedWhenNothingUsesTheOldOneAnyMore() {
    recorded("a");
    recorded("b", "a");
    recorded("c", "a");
    uses("b", "a");
    uses("c", "a");
    replace("a", ReplaceOrder.CREATE_THEN_DELETE);
    replace("b", ReplaceOrder.CREATE_THEN_DELETE, "a");
    change("c", Action.UPDATE);
    assertThat(waits("a#2/replace")).isEmpty();
    assertThat(waits("a#1/delete"))
        .containsExactlyInAnyOrder("a#2/replace", "b#2/replace", "c#1/update", "b#1/delete");
    assertThat(order()).endsWith("a#1/delete");
  }

  @Test
  void createdFirstSpreadsToEveryReplacedDependency() {
    uses("c", "b");
    uses("b", "a");
    replace("a", ReplaceOrder.DELETE_THEN_CREATE);
    change("b", Action.UPDATE);
    replace("c", ReplaceOrder.CREATE_THEN_DELETE);
    Change a = ordered().changes().get(0);
    assertThat(a.id()).isEqualTo("a#2/replace");
    assertThat(a.order()).contains(ReplaceOrder.CREATE_THEN_DELETE);
    assertThat(a.lifecycle().createBeforeDestroy()).isTrue();
  }

  @Test
  void createdFirstSpreadsToWhatTheOldObjectUsedToo() {
    recorded("a");
    recorded("c", "a");
    replace("a", ReplaceOrder.DELETE_THEN_CREATE);
    replace("c", ReplaceOrder.CREATE_THEN_DELETE, "a");
    assertThat(ordered().changes())
        .filteredOn(change -> change.action() == Action.REPLACE)
        .allMatch(Spreading::createsFirst);
  }

  @Test
  void whatIsUndecidedIsDeletedOnlyWhenItsValuesAreKnown() {
    uses("b", "a");
    change("a", Action.UPDATE);
    replace("b", Action.REPLACE_IF_CHANGED, ReplaceOrder.DELETE_THEN_CREATE, "a");
    assertThat(waits("b#1/delete")).containsExactly("a#1/update");
    assertThat(waits("b#2/replace-if-changed")).containsExactly("a#1/update", "b#1/delete");
  }

  @Test
  void aMoveComesBeforeTheUpdateOfTheSameObject() {
    change("a", Action.MOVE);
    change("a", Action.UPDATE);
    assertThat(waits("a#1/update")).containsExactly("a#1/move");
  }

  @Test
  void whatIsForgottenOrDeferredHoldsUpNothing() {
    uses("b", "a", "c");
    change("a", Action.FORGET);
    change("c", Action.DEFERRED);
    change("b", Action.CREATE);
    assertThat(waits("b#1/create")).isEmpty();
  }

  @Test
  void aWishGivesWayWhereItWouldCloseACircle() {
    // The user still has to be changed, but that waits for what waits for this deletion.
    recorded("old", "base");
    recorded("base");
    recorded("user", "old");
    uses("user", "base");
    delete("old", "base");
    replace("base", ReplaceOrder.DELETE_THEN_CREATE);
    change("user", Action.UPDATE);
    assertThat(order())
        .containsExactly("old#1/delete", "base#1/delete", "base#2/replace", "user#1/update");
  }

  @Test
  void aRealCircleIsSaidWithAllThatIsInIt() {
    uses("a", "b");
    uses("b", "a");
    change("a", Action.CREATE);
    change("b", Action.CREATE);
    assertThat(ordered().diagnostics())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("plan.order");
              assertThat(problem.detail()).contains("a#1/create").contains("b#1/create");
            });
  }
}
