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
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The story, a chapter for each thing that an engine does for a canvas. */
record Story(Narrator narrator, MemoryCloud cloud, Ashlar ashlar) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  void tell() {
    Canvas drawing = CanvasReader.read(resource("/drawing.json")).orThrow();
    translate(drawing);
    Workspace workspace = open(drawing);
    Plan first = preview(workspace);

    narrator.chapter(3, "Make it so");
    apply(workspace, first);

    narrator.chapter(4, "Plan again: there is nothing to do");
    narrator.show(workspace.plan().join());

    Workspace edited = edit(drawing);
    drift(edited);

    narrator.chapter(7, "Everything goes away again");
    narrator.say("The same engine, the other way round: last made, first removed.");
    apply(edited, edited.plan(PlanMode.of(PlanMode.Purpose.DESTROY)).join());
    narrator.say("The cloud holds " + cloud.objects().size() + " objects now. That was all.");
  }

  private void translate(Canvas drawing) {
    narrator.chapter(1, "A drawing becomes a blueprint");
    narrator.say(
        String.format(
            "The canvas has %d boxes and %d arrows. Each box becomes a resource, each arrow a",
            drawing.nodes().size(), drawing.edges().size()));
    narrator.say("reference: the box that it points to uses something of the one it comes from.");
    narrator.say("A slip in a form is found before anything happens, with the box that it is in:");
    narrator.say("");
    Canvas slip = drawing.filled("jobs", "VisibilityTimeuot", JSON.numberNode(90));
    narrator.show(open(slip).check().join());
  }

  private Plan preview(Workspace workspace) {
    narrator.chapter(2, "What would happen?");
    narrator.say("A plan says what will be made, and in which order, before anything is made:");
    narrator.say("");
    Plan plan = workspace.plan().join();
    narrator.list(plan);
    narrator.say("");
    narrator.say("It knows every property of each. Box node-9, for one:");
    narrator.say("");
    plan.changes().stream()
        .filter(change -> change.canvas().filter("node-9"::equals).isPresent())
        .forEach((Change change) -> narrator.show(change));
    narrator.say("");
    narrator.say("What other boxes give is known after apply. The password is a secret and shown");
    narrator.say("nowhere. {lineage} will be this environment's own mark: by it Ashlar knows");
    narrator.say("again what it made.");
    return plan;
  }

  private Workspace edit(Canvas drawing) {
    narrator.chapter(5, "The user edits two boxes");
    narrator.say("\"worker\" gets more memory, and \"web\" a newer image. Memory is changed in");
    narrator.say("place; an image cannot be, so that machine is replaced:");
    narrator.say("");
    Workspace workspace =
        open(
            drawing
                .filled("worker", "MemoryMegabytes", JSON.numberNode(1024))
                .filled("web", "Image", JSON.textNode("shop:1.5")));
    Plan change = workspace.plan().join();
    narrator.show(change);
    narrator.say("");
    apply(workspace, change);
    return workspace;
  }

  private void drift(Workspace workspace) {
    narrator.chapter(6, "Somebody changes the cloud by hand");
    CloudObject bucket =
        cloud.objects().stream()
            .filter(object -> object.type().equals("memory::Bucket"))
            .findFirst()
            .orElseThrow();
    cloud.tamper(
        bucket.type(), bucket.id(), properties -> properties.with("Versioning", Value.of("OFF")));
    narrator.say("Ashlar notices, and says in which box:");
    narrator.show(workspace.drift().join());
    narrator.say("A plan to repair puts it right:");
    apply(workspace, workspace.plan(PlanMode.of(PlanMode.Purpose.REPAIR)).join());
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
    Progress progress = new Progress(narrator, plan.changes().size());
    Outcome outcome = workspace.apply(plan).onEvent(progress).outcome().join();
    narrator.show(outcome.diagnostics());
    narrator.say(outcome.summary());
    if (!(outcome instanceof Outcome.Succeeded)) {
      throw new IllegalStateException("the story did not go well");
    }
  }

  private static String resource(String name) {
    try (InputStream stream = Story.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
