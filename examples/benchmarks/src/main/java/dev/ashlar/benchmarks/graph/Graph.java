package dev.ashlar.benchmarks.graph;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.ReadLimits;
import dev.ashlar.diagnostic.Source;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A blueprint of so many {@code memory::Value}: each with a name, a number, a map of tags and
 * references to the {@code id} of those that it depends on.
 *
 * @param shape what depends on what
 * @param size how many objects
 */
public record Graph(Shape shape, int size) {
  private static final ReadLimits LIMITS = ReadLimits.STANDARD.withBytes(1L << 30);

  /** Refuses graphs of nothing, and declarations that would not be full. */
  public Graph {
    if (size < 1 || (shape == Shape.FOR_EACH && size % Shape.INSTANCES != 0)) {
      throw new IllegalArgumentException("no graph of this shape has " + size + " objects");
    }
  }

  /** As a document. */
  public String json() {
    StringWriter text = new StringWriter(size * 160);
    write(text);
    return text.toString();
  }

  /** Writes the document. */
  public Path write(Path file) {
    try (Writer out = Files.newBufferedWriter(file)) {
      write(out);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As the engine reads it. */
  public Blueprint blueprint() {
    return read(json());
  }

  /** What the engine reads of such a document. */
  public static Blueprint read(String json) {
    return Blueprint.read(Source.text("graph.json", json), LIMITS).orThrow();
  }

  /** How many objects the longest path has. */
  public int depth() {
    return levels().length;
  }

  /**
   * No schedule ends in fewer rounds where each operation takes one: below each level everything is
   * still to be done.
   */
  public long rounds(int parallelism) {
    int[] levels = levels();
    long most = 0;
    long below = 0;
    for (int level = levels.length - 1; level >= 0; level--) {
      below += levels[level];
      most = Math.max(most, level + (below + parallelism - 1) / parallelism);
    }
    return most;
  }

  /** How many objects there are on each level. */
  private int[] levels() {
    int[] level = new int[size];
    int[] count = new int[size];
    int depth = 0;
    for (int object = 0; object < size; object++) {
      level[object] = shape.predecessors(object).map(before -> level[before] + 1).max().orElse(0);
      count[level[object]]++;
      depth = Math.max(depth, level[object] + 1);
    }
    return Arrays.copyOf(count, depth);
  }

  private void write(Writer to) {
    try (JsonGenerator out = new JsonFactory().createGenerator(to)) {
      out.writeStartObject();
      out.writeStringField("apiVersion", "ashlar.dev/v1");
      out.writeStringField("kind", "Blueprint");
      out.writeObjectFieldStart("metadata");
      out.writeStringField("name", "graph");
      out.writeStringField("version", "1.0.0");
      out.writeEndObject();
      if (shape == Shape.FOR_EACH) {
        writeZones(out);
      }
      out.writeObjectFieldStart("resources");
      int step = shape == Shape.FOR_EACH ? Shape.INSTANCES : 1;
      for (int object = 0; object < size; object += step) {
        writeResource(out, object);
      }
      out.writeEndObject();
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeZones(JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("parameters");
    out.writeObjectFieldStart("zones");
    out.writeStringField("type", "list");
    out.writeObjectFieldStart("items");
    out.writeStringField("type", "string");
    out.writeEndObject();
    out.writeArrayFieldStart("default");
    for (int zone = 0; zone < Shape.INSTANCES; zone++) {
      out.writeString("zone-" + zone);
    }
    out.writeEndArray();
    out.writeEndObject();
    out.writeEndObject();
  }

  private void writeResource(JsonGenerator out, int object) throws IOException {
    out.writeObjectFieldStart("r" + object);
    out.writeStringField("type", "memory::Value");
    if (shape == Shape.FOR_EACH) {
      out.writeStringField("forEach", "${params.zones}");
    }
    out.writeObjectFieldStart("properties");
    out.writeObjectFieldStart("input");
    out.writeStringField("name", "r" + object + (shape == Shape.FOR_EACH ? "-${each.key}" : ""));
    out.writeNumberField("number", object);
    out.writeObjectFieldStart("tags");
    out.writeStringField("team", "a");
    out.writeStringField("stage", "b");
    out.writeEndObject();
    int reference = 0;
    for (int before : shape.predecessors(object).toArray()) {
      out.writeStringField("after" + reference++, "${r" + before + ".id}");
    }
    out.writeEndObject();
    out.writeEndObject();
    out.writeEndObject();
  }
}
