package dev.ashlar.quickstart;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Turns a drawing into a blueprint: a box becomes a resource, an arrow becomes a reference.
 *
 * <p>Each resource says which box it came from ({@code source.canvas}), and so every diagnostic,
 * change and event finds its way back to the box. Positions are not looked at: moving a box on the
 * canvas changes nothing.
 */
final class CanvasTranslator {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern OUTPUT = Pattern.compile(NAME + "(\\." + NAME + ")*");

  private final Map<String, Box> boxes = new HashMap<>();
  private final Map<String, ObjectNode> resources = new LinkedHashMap<>();
  private final List<Diagnostic> problems = new ArrayList<>();

  /** A box that arrows can lead to. */
  private record Box(String name, ObjectNode properties) {}

  private CanvasTranslator() {}

  /** The blueprint of a drawing, or every problem with it. */
  static Checked<Blueprint> translate(Canvas canvas) {
    CanvasTranslator translator = new CanvasTranslator();
    ObjectNode document = translator.document(canvas);
    Checked<Blueprint> read =
        Blueprint.read(Source.text("drawing as a blueprint", document.toPrettyString()));
    List<Diagnostic> all = new ArrayList<>(translator.problems);
    all.addAll(read.diagnostics());
    return read.value().map(found -> Checked.of(found, all)).orElseGet(() -> Checked.refused(all));
  }

  /** The blueprint as the document that a person could have written. */
  private ObjectNode document(Canvas canvas) {
    canvas.nodes().forEach(this::box);
    canvas.edges().forEach(this::arrow);
    ObjectNode document = JSON.objectNode();
    document.put("apiVersion", "ashlar.dev/v1").put("kind", "Blueprint");
    document.putObject("metadata").put("name", canvas.name()).put("version", "1.0.0");
    document.set("parameters", canvas.parameters());
    document.putObject("resources").setAll(resources);
    return document;
  }

  private void box(Canvas.Node box) {
    if (!NAME.matcher(box.name()).matches()) {
      problem(
          CanvasProblems.BAD_NAME,
          box.id(),
          box.name().isBlank()
              ? "Give it one."
              : box.name() + " has more in it than letters, digits and _.");
    } else if (resources.containsKey(box.name())) {
      problem(
          CanvasProblems.DUPLICATE_NAME,
          box.id(),
          box.name() + " is another box already; call this one otherwise.");
    } else {
      ObjectNode properties = box.properties().deepCopy();
      boxes.put(box.id(), new Box(box.name(), properties));
      ObjectNode resource = JSON.objectNode().put("type", box.type());
      resource.set("properties", properties);
      resource.putObject("source").put("canvas", box.id());
      resources.put(box.name(), resource);
    }
  }

  private void arrow(Canvas.Edge arrow) {
    Box from = boxes.get(arrow.source());
    Box to = boxes.get(arrow.target());
    if (from == null || to == null) {
      problem(
          CanvasProblems.DANGLING_ARROW,
          arrow.id(),
          from == null
              ? "It starts at box " + arrow.source() + ", which is not there or has no usable name."
              : "It points to box "
                  + arrow.target()
                  + ", which is not there or has no usable name.");
    } else if (!OUTPUT.matcher(arrow.output()).matches()) {
      problem(
          CanvasProblems.UNCLEAR_ARROW,
          arrow.id(),
          "Choose which output of " + from.name() + " it carries.");
    } else if (!Slot.isPath(arrow.property())) {
      problem(
          CanvasProblems.UNCLEAR_ARROW,
          arrow.id(),
          "Choose which property of " + to.name() + " it fills.");
    } else if (!Slot.fill(
        to.properties(),
        arrow.property(),
        "${resources." + from.name() + "." + arrow.output() + "}")) {
      problem(
          CanvasProblems.TAKEN_PROPERTY,
          arrow.id(),
          arrow.property() + " of " + to.name() + " has a value; remove that, or this arrow.");
    }
  }

  private void problem(Code code, String element, String detail) {
    problems.add(Diagnostic.of(code, detail).canvas(element));
  }
}
