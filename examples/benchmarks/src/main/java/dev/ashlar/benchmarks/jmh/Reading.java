package dev.ashlar.benchmarks.jmh;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.ashlar.benchmarks.graph.Graph;
import dev.ashlar.benchmarks.graph.Shape;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.diagnostic.Source;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading a document, beside the least that reading its bytes can cost. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // What @Param sets.
public class Reading {
  /** How the objects depend on each other. */
  @Param public Shape shape;

  private String json = "";

  /** Writes the document. */
  @Setup
  public void write() {
    json = new Graph(shape, 1_000).json();
  }

  /** The engine. */
  @Benchmark
  public Blueprint blueprint() {
    return Blueprint.read(Source.text("graph.json", json)).orThrow();
  }

  /** The parser alone. */
  @Benchmark
  public long tokens() throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      long length = 0;
      while (parser.nextToken() != null) {
        length += parser.getTextLength();
      }
      return length;
    }
  }
}
