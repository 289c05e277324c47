package dev.ashlar.quickstart;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.execution.Outcome;
import dev.ashlar.memory.CloudObject;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.value.Value;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * From a drawn canvas to a living environment: plan, apply, change, drift, and the end. Everything
 * happens in the in-memory cloud; no account, no network, nothing on disk.
 */
public final class Quickstart {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Narrator narrator;
  private final MemoryCloud cloud;
  private final Ashlar ashlar;

  private Quickstart(Narrator narrator, MemoryCloud cloud, Ashlar ashlar) {
    this.narrator = narrator;
    this.cloud = cloud;
    this.ashlar = ashlar;
  }

  /** Tells the whole story on standard output. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    run(new Narrator(out, System.console() != null));
  }

  /** Tells the whole story. */
  static void run(Narrator narrator) {
    MemoryCloud cloud = MemoryCloud.builder().speed(2_000).build();
    try (Ashlar ashlar = Ashlar.builder().addProvider(cloud).build()) {
      new Quickstart(narrator, cloud, ashlar).tell();
    }
  }

  private void tell() {
    Canvas drawing = drawing();

    narrator.chapter(1, "A drawing becomes a blueprint");
    narrator.say(
        "The canvas has "
            + drawing.nodes().size()
            + " boxes and "
            + drawing.edges().size()
            + " arrows. Each box becomes a resource,");
    narrator.say("each arrow a reference: what it points to needs what it comes from.");
    Workspace workspace = open(drawing);
    narrator.say("A typing error is found before anything happens, and says which box it is in:");
    narrator.show(
        CanvasTranslator.translate(drawing.filled("jobs", "VisibilityTimeuot", JSON.numberNode(90)))
            .map(wrong -> ashlar.open(environment(wrong)).check().join())
            .value()
            .orElseThrow());

    narrator.chapter(2, "What would happen?");
    narrator.say(
        "A plan shows every change before it is made, in the order in which it will be made:");
    Plan first = workspace.plan().join();
    narrator.show(first);

    narrator.chapter(3, "Make it so");
    apply(workspace, first);

    narrator.chapter(4, "Plan again: nothing to do");
    narrator.show(workspace.plan().join());

    narrator.chapter(5, "The user edits two boxes");
    narrator.say("\"worker\" gets more memory, and \"web\" a newer image.");
    narrator.say("Memory can be changed in place; the image cannot, so that machine is replaced:");
    Canvas edited =
        drawing
            .filled("worker", "MemoryMegabytes", JSON.numberNode(1024))
            .filled("web", "Image", JSON.textNode("shop:1.5"));
    workspace = open(edited);
    Plan change = workspace.plan().join();
    narrator.show(change);
    apply(workspace, change);

    narrator.chapter(6, "Somebody changes the cloud by hand");
    tamper();
    narrator.say("Ashlar notices, says where it was declared, and can put it right:");
    narrator.show(workspace.drift().join());
    apply(workspace, workspace.plan(PlanMode.of(PlanMode.Purpose.REPAIR)).join());

    narrator.chapter(7, "Everything goes away again");
    Plan end = workspace.plan(PlanMode.of(PlanMode.Purpose.DESTROY)).join();
    apply(workspace, end);
    narrator.say("The cloud holds " + cloud.objects().size() + " objects now. That was all.");
  }

  private Workspace open(Canvas drawing) {
    Checked<Blueprint> blueprint = CanvasTranslator.translate(drawing);
    narrator.show(blueprint.diagnostics());
    return ashlar.open(environment(blueprint.orThrow()));
  }

  /** A vendor would take the password from its own vault, or name an environment variable. */
  private static Environment environment(Blueprint blueprint) {
    return Environment.of("orders-demo", blueprint)
        .parameter("databasePassword", Value.secret(Value.of("correct horse battery staple")));
  }

  private void apply(Workspace workspace, Plan plan) {
    Outcome outcome = workspace.apply(plan).onEvent(narrator::follow).outcome().join();
    narrator.show(outcome.diagnostics());
    narrator.say(outcome.summary());
    if (!(outcome instanceof Outcome.Succeeded)) {
      throw new IllegalStateException("the quickstart did not succeed");
    }
  }

  private void tamper() {
    CloudObject bucket =
        cloud.objects().stream()
            .filter(object -> object.type().equals("memory::Bucket"))
            .findFirst()
            .orElseThrow();
    cloud.tamper(
        bucket.type(), bucket.id(), properties -> properties.with("Versioning", Value.of("OFF")));
  }

  private static Canvas drawing() {
    InputStream json = Quickstart.class.getResourceAsStream("/drawing.json");
    return Canvas.read(Objects.requireNonNull(json, "drawing.json"));
  }
}
