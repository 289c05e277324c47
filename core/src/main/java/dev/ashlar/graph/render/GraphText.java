package dev.ashlar.graph.render;

import dev.ashlar.graph.NodeId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a drawing as text. The same drawing gives the same text. */
public final class GraphText {
  private GraphText() {}

  /**
   * A list: every declaration with its type, and below it what it uses and where. Lines end with
   * {@code \n}.
   */
  public static String list(Drawing drawing) {
    Map<NodeId, List<Drawing.Arrow>> uses =
        drawing.arrows().stream().collect(Collectors.groupingBy(Drawing.Arrow::to));
    StringBuilder text = new StringBuilder(drawing.title()).append('\n');
    for (Drawing.Box box : drawing.boxes()) {
      text.append('\n').append(kind(box.id())).append(' ').append(box.id().name());
      text.append(box.type().isEmpty() ? "" : "  " + box.type());
      text.append(box.note().isEmpty() ? "" : "  (" + box.note() + ")");
      text.append(box.canvas().map(element -> "  [" + element + "]").orElse("")).append('\n');
      for (Drawing.Arrow arrow : uses.getOrDefault(box.id(), List.of())) {
        text.append("  ").append(arrow.by()).append(" <- ").append(arrow.what()).append('\n');
      }
    }
    return text.toString();
  }

  /** A flow chart in the language of Mermaid: an arrow leads from what is used to what uses it. */
  public static String mermaid(Drawing drawing) {
    StringBuilder text = new StringBuilder("flowchart LR\n");
    for (Drawing.Box box : drawing.boxes()) {
      String label =
          quoted(box.id().name())
              + (box.type().isEmpty() ? "" : "<br/>" + quoted(box.type()))
              + (box.note().isEmpty() ? "" : "<br/>" + quoted(box.note()));
      text.append("  ").append(name(box.id())).append(shape(box, label)).append('\n');
    }
    for (Drawing.Arrow arrow : drawing.arrows()) {
      text.append("  ")
          .append(name(arrow.from()))
          .append(" -->|\"")
          .append(quoted(arrow.by()))
          .append("\"| ")
          .append(name(arrow.to()))
          .append('\n');
    }
    return text.toString();
  }

  private static String kind(NodeId id) {
    return id.kind().name().toLowerCase(Locale.ROOT);
  }

  /** Kind and name: a bare name could be a word of Mermaid's. */
  private static String name(NodeId id) {
    return kind(id) + "_" + id.name().replace('.', '_');
  }

  private static String shape(Drawing.Box box, String label) {
    return switch (box.id().kind()) {
      case RESOURCE ->
          box.note().equals("forEach") ? "[[\"" + label + "\"]]" : "[\"" + label + "\"]";
      case LOOKUP, IMPORT -> "[(\"" + label + "\")]";
      case PROVIDER -> "{{\"" + label + "\"}}";
      case LOCAL -> "(\"" + label + "\")";
      case OUTPUT -> "([\"" + label + "\"])";
    };
  }

  private static String quoted(String text) {
    return text.replace("#", "#35;")
        .replace("\"", "#quot;")
        .replace("<", "#lt;")
        .replace(">", "#gt;");
  }
}
