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
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
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
  private final Texts texts = new Texts();
  private final Deque<Place> open = new ArrayDeque<>();

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
          word("").start(),
          "A file holds one document: put this one into a file of its own.");
      throw new Unreadable();
    }
    return root;
  }

  private Node node(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> mapping(parser);
      case START_ARRAY -> sequence(parser);
      case VALUE_STRING -> {
        String value = parser.getText();
        yield new Node.Scalar(texts.of(value), Optional.empty(), string(value));
      }
      case VALUE_TRUE, VALUE_FALSE -> {
        String plain = parser.getText();
        yield new Node.Scalar(
            Value.of(token == JsonToken.VALUE_TRUE), Optional.of(plain), word(plain));
      }
      case VALUE_NULL -> new Node.Scalar(Value.NULL, Optional.empty(), word("null"));
      default -> number(parser.getText());
    };
  }

  private Node number(String digits) {
    Place place = word(digits);
    Optional<Value> value = Numbers.read(digits);
    if (value.isEmpty()) {
      problems.add(DocumentProblems.NUMBER_OUT_OF_RANGE, place, Explain.NUMBER);
    }
    return new Node.Scalar(value.orElse(Value.NULL), Optional.of(digits), place);
  }

  private Node mapping(JsonParser parser) throws IOException {
    Place place = enter();
    Keys keys = new Keys(problems);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      Place keyPlace = string(key);
      parser.nextToken();
      keys.add(key, keyPlace, node(parser));
    }
    open.pop();
    return new Node.Mapping(keys.entries(), place);
  }

  private Node sequence(JsonParser parser) throws IOException {
    Place place = enter();
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(parser));
    }
    open.pop();
    return new Node.Sequence(items, place);
  }

  private Place enter() {
    Place place = word("{");
    open.push(place);
    if (open.size() > limits.depth()) {
      problems.add(DocumentProblems.TOO_DEEP, place, Explain.tooDeep(limits.depth()));
      throw new Unreadable();
    }
    return place;
  }

  /** The place of the next token, which is as long as this word and is passed. */
  private Place word(String word) {
    cursor.skipBetweenTokens();
    Place place = cursor.place();
    cursor.along(cursor.index() + word.length());
    return place;
  }

  /** The place of the next token, a string of this value, which is passed. */
  private Place string(String value) {
    cursor.skipBetweenTokens();
    int start = cursor.index();
    int end = start + value.length() + 1;
    boolean asItStands =
        end < text.length() && text.charAt(end) == '"' && text.startsWith(value, start + 1);
    Place place = asItStands ? cursor.quoted() : FlowScalar.place(cursor, '"', value);
    cursor.along((asItStands ? end : closingQuote(start)) + 1);
    return place;
  }

  private int closingQuote(int opening) {
    int at = opening + 1;
    while (text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return at;
  }

  private void explain(JsonProcessingException e) {
    Cursor at = cursor.fork().to((int) e.getLocation().getCharOffset());
    if (e instanceof StreamConstraintsException) {
      problems.add(DocumentProblems.NUMBER_OUT_OF_RANGE, at.location(), Explain.NUMBER);
      return;
    }
    if (e instanceof JsonEOFException || at.atEnd()) {
      Location opened = open.isEmpty() ? at.location() : open.peek().start();
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
