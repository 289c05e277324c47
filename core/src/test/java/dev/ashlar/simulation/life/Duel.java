package dev.ashlar.simulation.life;

import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.connector.Provider;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Decision;
import dev.ashlar.execution.Outcome;
import dev.ashlar.memory.CloudObject;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.simulation.cloud.Types;
import dev.ashlar.simulation.scenario.Drawing;
import dev.ashlar.simulation.world.Boundary;
import dev.ashlar.simulation.world.Machine;
import dev.ashlar.simulation.world.Machine.Blow;
import dev.ashlar.simulation.world.World;
import dev.ashlar.state.KeyService;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.state.StateStore;
import dev.ashlar.state.secret.MemoryKeys;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/**
 * Two processes and one environment, on the real engine, store and journal. The first one applies;
 * the second one recovers, plans and applies. Whose turn it is changes only where it is said:
 * whoever stands still does so in the midst of a call, or right before or after a write.
 */
public final class Duel {
  private static final Duration LEASE = Duration.ofMinutes(11);

  private final World world = new World();
  private final MemoryCloud cloud =
      MemoryCloud.builder().time(world).latency(Duration.ofMillis(20)).build();
  private final Provider provider = cloud.standIn(Types.DESCRIPTOR, Types.CATALOG);
  private final StateStore store = StateStore.inMemory(world::now);
  private final KeyService keys = new MemoryKeys(new Random(1));
  private final Witness witness = new Witness();
  private final Accounts accounts = new Accounts(cloud, witness);
  private final Set<String> told = new TreeSet<>();
  private int processes;
  private Environment environment;

  /** What has come of it. */
  public enum End {
    /** All is recorded, nothing was done twice. */
    SOUND,
    /** The late process made an object in the midst of a call, and told its name. */
    TOLD,
    /** The late process did so and cannot know: it told that it is in doubt, and which one. */
    IN_DOUBT
  }

  private static final class Turns implements Machine.Fate {
    private int left = Integer.MAX_VALUE;
    private Boundary last = Boundary.LEASED;

    @Override
    public Blow at(Boundary boundary, Collection<String> changes) {
      last = boundary;
      return --left == 0 ? Blow.PAUSE : Blow.NONE;
    }
  }

  /** One of the two. */
  private final class Fighter {
    private final Turns turns = new Turns();
    private final Process process =
        new Process(new Machine(world, turns), ++processes, processes != 2);
    private final Workspace workspace =
        Ashlar.builder()
            .state(new MachineStore(store, process, witness, lines -> MachineStore.Trouble.NONE))
            .keys(keys)
            .addProvider(new Wire(provider, process, witness))
            .executor(process.machine())
            .time(process.machine())
            .random(new Random(processes))
            .build()
            .open(environment);
    private CompletableFuture<?> work = new CompletableFuture<>();

    /** Goes on for so many boundaries; whether it stands still then. */
    boolean goesOn(int boundaries) {
      turns.left = boundaries;
      process.machine().wake();
      world.runUntil(() -> work.isDone() || !process.machine().isAwake());
      return !work.isDone();
    }

    void toItsEnd() {
      if (goesOn(Integer.MAX_VALUE)) {
        throw new AssertionError(process + " does not come to its end");
      }
      work.join();
    }

    void applies() {
      work = workspace.plan().thenCompose(plan -> applied(plan));
    }

    private CompletableFuture<Outcome> applied(Plan plan) {
      return workspace
          .apply(plan)
          .outcome()
          .thenApply(
              outcome -> {
                outcome.diagnostics().forEach(each -> told.add(each.toString()));
                return outcome;
              });
    }

    void takesOver() {
      work = recovered(List.of()).thenCompose(over -> workspace.plan()).thenCompose(this::applied);
    }

    private CompletableFuture<Outcome> recovered(List<Decision.Answer> answers) {
      return workspace
          .recover(answers.toArray(Decision.Answer[]::new))
          .outcome()
          .thenCompose(
              outcome ->
                  outcome instanceof Outcome.NeedsDecision open
                      ? recovered(accounts.truth(open.decisions()))
                      : CompletableFuture.completedFuture(outcome));
    }
  }

  /** Both begin with this. */
  public Duel(Drawing before) {
    environment = of(before);
    Fighter first = new Fighter();
    first.applies();
    first.toItsEnd();
    told.clear();
  }

  private static Environment of(Drawing drawing) {
    return Environment.of("duel", Blueprint.read(Source.text("duel", drawing.text())).orThrow())
        .parameter("secret", Value.secret(Value.of(Canary.SECRET)));
  }

  /**
   * Fights it out.
   *
   * @param turns for how many boundaries each goes on, in turn, until the other one's turn comes;
   *     then the second one comes to its end, and then the first one
   * @param fought told how many of the turns were full
   */
  public End fight(Drawing after, int[] turns, int[] fought) {
    witness.listen();
    environment = of(after);
    Fighter first = new Fighter();
    Fighter second = new Fighter();
    first.applies();
    boolean inACall = false;
    boolean begun = false;
    for (int i = 0; i < turns.length; i++) {
      Fighter fighter = i % 2 == 0 ? first : second;
      if (fighter == second && !begun) {
        second.takesOver();
        begun = true;
      }
      if (!fighter.goesOn(turns[i])) {
        break;
      }
      fought[0]++;
      inACall |= i == 0 && first.turns.last == Boundary.CALLED;
      if (i == 0) {
        world.advance(LEASE);
      }
    }
    if (!begun) {
      second.takesOver();
    }
    second.toItsEnd();
    first.toItsEnd();
    world.advance(LEASE);
    return judged(inACall);
  }

  private End judged(boolean inACall) {
    witness.check();
    Fighter third = new Fighter();
    CompletableFuture<Outcome> rest = third.recovered(List.of());
    world.runUntil(rest::isDone);
    Set<String> orphans = orphans(rest.join().state());
    if (orphans.isEmpty()) {
      witness.count(cloud);
      witness.check();
      converge(third);
      return End.SOUND;
    }
    boolean named =
        orphans.stream().allMatch(id -> told.stream().anyMatch(text -> text.contains(id)));
    boolean doubted = told.stream().anyMatch(text -> text.contains("execution.in-doubt"));
    if (!inACall || !named && !doubted) {
      throw new AssertionError("lost, and nobody told: " + orphans + "\n" + told + "\n" + story());
    }
    return named ? End.TOLD : End.IN_DOUBT;
  }

  private Set<String> orphans(State state) {
    Set<String> ids = new TreeSet<>();
    for (CloudObject object : cloud.objects()) {
      ids.add(object.id());
    }
    for (StateObject object : state.objects()) {
      object.identity().ifPresent(ids::remove);
    }
    return ids;
  }

  private void converge(Fighter last) {
    for (int round = 0; round < 5; round++) {
      CompletableFuture<Plan> planned = last.workspace.plan(PlanMode.apply());
      world.runUntil(planned::isDone);
      if (planned.join().hasErrors()) {
        throw new AssertionError(planned.join().diagnostics() + "\n" + story());
      }
      CompletableFuture<Outcome> outcome = last.applied(planned.join());
      world.runUntil(outcome::isDone);
      accounts.settled(outcome.join().state());
      if (planned.join().isEmpty()) {
        accounts.nothingHalfMade();
        return;
      }
    }
    throw new AssertionError("it does not converge\n" + story());
  }

  /** What happened. */
  public String story() {
    return witness.story();
  }

  /** What there is now: equal where nothing that follows can differ. */
  public String state() {
    List<String> all = new ArrayList<>();
    all.add(witness.story());
    cloud.objects().forEach(object -> all.add(object.toString()));
    return String.join("\n", all);
  }
}
