package dev.ashlar.blueprint.source;

import dev.ashlar.blueprint.DocumentProblems;
import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.ReadLimits;
import dev.ashlar.diagnostic.Diagnostic.Location;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Composes the tree of a YAML text: YAML 1.2, core schema, one document. */
final class YamlComposer {
  private final String name;
  private final String text;
  private final ReadLimits limits;
  private final Problems problems;
  private static final int SMALLEST_BUFFER = 1024;

  private final ParserImpl parser;
  private final YamlScalars scalars;
  private final Map<Anchor, Optional<Anchored>> anchors = new HashMap<>();
  private int repeated;
  private int nodes;
  private int deepest;
  private Location last;

  /** What an anchor names: a node, how many nodes it holds, and how many levels. */
  private record Anchored(Node node, int nodes, int height) {}

  private YamlComposer(String name, String text, ReadLimits limits, Problems problems) {
    this.name = name;
    this.text = text;
    this.limits = limits;
    this.problems = problems;
    this.last = new Location(name, 1, 1);
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(name)
            .setSchema(new CoreSchema())
            .setUseMarks(true)
            .setCodePointLimit(Integer.MAX_VALUE)
            .setBufferSize(bufferSize(text))
            .build();
    this.parser = new ParserImpl(settings, new StreamReader(settings, new WholeCharacters(text)));
    this.scalars = new YamlScalars(name, text, problems);
  }

  /**
   * The scanner copies what it has of a token each time it reads more: in steps that do not grow
   * with the text, one long scalar would cost its length squared.
   */
  private static int bufferSize(String text) {
    return Math.max(SMALLEST_BUFFER, text.length() / 8);
  }

  /** The tree; empty where the text is not YAML, and why is added. */
  static Optional<Node> compose(String name, String text, ReadLimits limits, Problems problems) {
    if (!Printable.check(name, text, problems)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new YamlComposer(name, text, limits, problems).document());
    } catch (Unreadable e) {
      return Optional.empty();
    }
  }

  private Node document() {
    next();
    Event start = next();
    if (start.getEventId() == Event.ID.StreamEnd) {
      problems.add(DocumentProblems.EMPTY_DOCUMENT, new Location(name, 1, 1), Explain.EMPTY);
      throw new Unreadable();
    }
    Node root = node(next(), 1);
    next();
    Event end = next();
    if (end.getEventId() != Event.ID.StreamEnd) {
      problems.add(
          DocumentProblems.SEVERAL_DOCUMENTS,
          location(end),
          "A file holds one document: put what follows \"---\" into a file of its own.");
      throw new Unreadable();
    }
    return root;
  }

  private Node node(Event event, int depth) {
    nodes++;
    if (event instanceof AliasEvent alias) {
      return repeat(alias, depth);
    }
    deepest = Math.max(deepest, depth);
    Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
    if (anchor.isEmpty()) {
      return content(event, depth);
    }
    anchors.put(anchor.get(), Optional.empty());
    int before = nodes;
    int above = deepest;
    deepest = depth;
    Node node = content(event, depth);
    anchors.put(
        anchor.get(), Optional.of(new Anchored(node, nodes - before + 1, deepest - depth + 1)));
    deepest = Math.max(above, deepest);
    return node;
  }

  private Node content(Event event, int depth) {
    if (event instanceof ScalarEvent scalar) {
      return scalars.read(scalar);
    }
    CollectionStartEvent start = (CollectionStartEvent) event;
    Place place = place(event);
    if (depth > limits.depth()) {
      problems.add(DocumentProblems.TOO_DEEP, place, Explain.tooDeep(limits.depth()));
      throw new Unreadable();
    }
    boolean isMap = event.getEventId() == Event.ID.MappingStart;
    start.getTag().ifPresent(tag -> refuseTag(tag, isMap ? Tag.MAP : Tag.SEQ, place));
    return isMap ? mapping(place, depth) : sequence(place, depth);
  }

  private void refuseTag(String tag, Tag expected, Place place) {
    if (!tag.equals(expected.getValue()) && !tag.equals("!")) {
      problems.add(DocumentProblems.CUSTOM_TAG, place, YamlScalars.CUSTOM_TAG);
    }
  }

  private Node sequence(Place place, int depth) {
    List<Node> items = new ArrayList<>();
    for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
      items.add(node(event, depth + 1));
    }
    return new Node.Sequence(items, place);
  }

  private Node mapping(Place place, int depth) {
    Keys keys = new Keys(problems);
    for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
      boolean merge = event instanceof ScalarEvent scalar && isMerge(scalar);
      String plain = event instanceof ScalarEvent scalar ? scalar.getValue() : "";
      Node key = node(event, depth + 1);
      Node value = node(next(), depth + 1);
      if (merge) {
        problems.add(
            DocumentProblems.MERGE_KEY,
            key.place(),
            "\"<<\" is not part of YAML 1.2: repeat the keys, or use a local for what is shared.");
      } else if (key instanceof Node.Scalar scalar) {
        keys.add(
            event instanceof AliasEvent ? scalar.text().orElse("") : plain, key.place(), value);
      } else {
        problems.add(
            DocumentProblems.KEY_NOT_TEXT,
            key.place(),
            "A list or a map cannot be a key. If \"${…}\" or \"{…}\" is meant as a text, put it in"
                + " quotes.");
      }
    }
    return new Node.Mapping(keys.entries(), place);
  }

  private static boolean isMerge(ScalarEvent key) {
    return key.isPlain() && key.getValue().equals("<<");
  }

  private Node repeat(AliasEvent alias, int depth) {
    Location where = location(alias);
    Optional<Anchored> named = anchors.getOrDefault(alias.getAlias(), Optional.empty());
    if (named.isEmpty()) {
      boolean itself = anchors.containsKey(alias.getAlias());
      problems.add(
          itself ? DocumentProblems.RECURSIVE_ALIAS : DocumentProblems.UNKNOWN_ALIAS,
          where,
          itself
              ? "The alias stands inside what it names: that would never end."
              : "No anchor of this name stands before it. If a text is meant, put it in quotes.");
      return new Node.Scalar(Value.NULL, Optional.empty(), Place.of(where));
    }
    Anchored anchored = named.get();
    repeated = (int) Math.min(Integer.MAX_VALUE, (long) repeated + anchored.nodes());
    if (repeated > limits.aliasNodes()) {
      problems.add(
          DocumentProblems.TOO_MANY_ALIASES,
          where,
          "With this one, aliases repeat more than %d nodes: use forEach for what is the same many times."
              .formatted(limits.aliasNodes()));
      throw new Unreadable();
    }
    if (depth + anchored.height() - 1 > limits.depth()) {
      problems.add(DocumentProblems.TOO_DEEP, where, Explain.tooDeep(limits.depth()));
      throw new Unreadable();
    }
    nodes += anchored.nodes() - 1;
    deepest = Math.max(deepest, depth + anchored.height() - 1);
    return anchored.node();
  }

  /** The parser's next event. Whatever it throws means that the text is not YAML. */
  private Event next() {
    try {
      Event event = parser.next();
      last = location(event);
      return event;
    } catch (MarkedYamlEngineException e) {
      explain(e.getProblemMark(), e.getContextMark());
    } catch (RuntimeException e) {
      problems.add(
          DocumentProblems.YAML_SYNTAX, last, "What follows here is not YAML; look for an escape.");
    }
    throw new Unreadable();
  }

  private void explain(Optional<Mark> problem, Optional<Mark> context) {
    Location where = problem.map(this::location).orElse(last);
    int index = problem.map(mark -> index(mark)).orElse(text.length());
    boolean atEnd = index >= text.length();
    problems.add(
        DocumentProblems.YAML_SYNTAX,
        where,
        Explain.yaml(
            atEnd ? 0 : text.codePointAt(index),
            context.map(this::first).orElse(0),
            context,
            atEnd));
  }

  private int first(Mark mark) {
    int index = index(mark);
    return index < text.length() ? text.codePointAt(index) : 0;
  }

  private int index(Mark mark) {
    return mark.getIndex() <= text.codePointCount(0, text.length())
        ? text.offsetByCodePoints(0, mark.getIndex())
        : text.length();
  }

  private Location location(Event event) {
    return event.getStartMark().map(this::location).orElse(last);
  }

  private Place place(Event event) {
    Location start = location(event);
    return new Fixed(name, start.line(), start.column());
  }

  private Location location(Mark mark) {
    return new Location(name, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
