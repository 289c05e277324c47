package dev.ashlar.blueprint.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.ashlar.blueprint.DocumentProblems;
import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.ReadLimits;
import dev.ashlar.diagnostic.Diagnostic.Location;
import dev.ashlar.value.Value;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Composes the tree of a JSON text. */
final class JsonComposer {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(2_000)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Numbers.MAX_LENGTH)
                  .build())
          .build();

  private final String text;
  private final ReadLimits limits;
  private final Problems problems;
  private final Cursor cursor;
  private final Deque<Location> open = new ArrayDeque<>();

  private JsonComposer(String name, String text, ReadLimits limits, Problems problems) {
    this.text = text;
    this.limits = limits;
    this.problems = problems;
    this.cursor = new Cursor(name, text);
  }

  /** The tree; empty where the text is not JSON, and why is added. */
  static Optional<Node> compose(String name, String text, ReadLimits limits, Problems problems) {
    JsonComposer composer = new JsonComposer(name, text, limits, problems);
    try (JsonParser parser = FACTORY.createParser(text)) {
      return Optional.of(composer.document(parser));
    } catch (Unreadable e) {
      return Optional.empty();
    } catch (JsonProcessingException e) {
      composer.explain(e);
      return Optional.empty();
    } catch (IOException e) {
      throw new AssertionError("a text in memory can always be read", e);
    }
  }

  private Node document(JsonParser parser) throws IOException {
    if (parser.nextToken() == null) {
      problems.add(DocumentProblems.EMPTY_DOCUMENT, cursor.location(), Explain.EMPTY);
      throw new Unreadable();
    }
    Node root = node(parser);
    if (parser.nextToken() != null) {
      problems.add(
          DocumentProblems.SEVERAL_DOCUMENTS,
          here(parser).start(),
          "A file holds one document: put this one into a file of its own.");
      throw new Unreadable();
    }
    return root;
  }

  private Node node(JsonParser parser) throws IOException {
    Place place = here(parser);
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> mapping(parser, place);
      case START_ARRAY -> sequence(parser, place);
      case VALUE_STRING -> {
        String value = parser.getText();
        yield new Node.Scalar(Value.of(value), Optional.empty(), string(value));
      }
      case VALUE_TRUE, VALUE_FALSE ->
          new Node.Scalar(
              Value.of(token == JsonToken.VALUE_TRUE), Optional.of(parser.getText()), place);
      case VALUE_NULL -> new Node.Scalar(Value.NULL, Optional.empty(), place);
      default -> number(parser.getText(), place);
    };
  }

  private Node number(String digits, Place place) {
    Optional<Value> value = Numbers.read(digits);
    if (value.isEmpty()) {
      problems.add(DocumentProblems.NUMBER_OUT_OF_RANGE, place, Explain.NUMBER);
    }
    return new Node.Scalar(value.orElse(Value.NULL), Optional.of(digits), place);
  }

  private Node mapping(JsonParser parser, Place place) throws IOException {
    enter(place);
    Keys keys = new Keys(problems);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      here(parser);
      Place keyPlace = string(key);
      parser.nextToken();
      keys.add(key, keyPlace, node(parser));
    }
    open.pop();
    return new Node.Mapping(keys.entries(), place);
  }

  private Node sequence(JsonParser parser, Place place) throws IOException {
    enter(place);
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(parser));
    }
    open.pop();
    return new Node.Sequence(items, place);
  }

  private void enter(Place place) {
    open.push(place.start());
    if (open.size() > limits.depth()) {
      problems.add(DocumentProblems.TOO_DEEP, place, Explain.tooDeep(limits.depth()));
      throw new Unreadable();
    }
  }

  private Place here(JsonParser parser) {
    cursor.to((int) parser.currentTokenLocation().getCharOffset());
    return Place.of(cursor.location());
  }

  /** The place of the string that the cursor stands on. */
  private Place string(String value) {
    int end = cursor.index() + value.length() + 1;
    boolean asItStands =
        end < text.length()
            && text.startsWith(value, cursor.index() + 1)
            && text.charAt(end) == '"';
    return asItStands ? new Fixed(cursor.location(), 1) : FlowScalar.place(cursor, '"', value);
  }

  private void explain(JsonProcessingException e) {
    Cursor at = cursor.fork().to((int) e.getLocation().getCharOffset());
    if (e instanceof StreamConstraintsException) {
      problems.add(DocumentProblems.NUMBER_OUT_OF_RANGE, at.location(), Explain.NUMBER);
      return;
    }
    if (e instanceof JsonEOFException || at.atEnd()) {
      Location opened = open.isEmpty() ? at.location() : open.peek();
      problems.add(
          DocumentProblems.JSON_SYNTAX,
          at.location(),
          "The text ends too soon: what is opened in line %d, column %d is never closed."
              .formatted(opened.line(), opened.column()));
      return;
    }
    problems.add(DocumentProblems.JSON_SYNTAX, at.location(), Explain.json(at.peek()));
  }
}
