package dev.ashlar.graph;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.Inputs;
import dev.ashlar.connector.discovery.Providers;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.expression.Expressions;
import dev.ashlar.expression.Limits;
import dev.ashlar.graph.compile.GraphCompiler;
import dev.ashlar.graph.compile.Types;
import dev.ashlar.value.Value;
import java.util.Map;

/** Compiles blueprints for tests, against {@link Acme}. */
public final class Compiled {
  /** The head that every blueprint has. */
  public static final String HEAD =
      "apiVersion: ashlar.dev/v1\nkind: Blueprint\nmetadata: { name: orders }\n";

  /** Nothing is set. */
  public static final Inputs INPUTS =
      new Inputs(Value.MapValue.EMPTY, Map.of(), Map.of(), Value.MapValue.EMPTY);

  /** What {@link Acme} serves. */
  public static final Types TYPES = Types.of(Providers.of(Acme.acme(), Acme.other()));

  private Compiled() {}

  /** A language of its own. */
  public static Expressions expressions() {
    return new Expressions(Limits.STANDARD, System::nanoTime);
  }

  /** What comes of a blueprint's text, its head left out. */
  public static Checked<Graph> check(String body) {
    return check(read(body));
  }

  /** The blueprint of a text, its head left out. */
  public static Blueprint read(String body) {
    return Blueprint.read(Source.text("orders.yaml", HEAD + body)).orThrow();
  }

  /** What comes of a blueprint. */
  public static Checked<Graph> check(Blueprint blueprint) {
    return check(Environment.of("orders", blueprint));
  }

  /** What comes of an environment. */
  public static Checked<Graph> check(Environment environment) {
    return new GraphCompiler(expressions()::compile, TYPES).compile(environment, INPUTS);
  }

  /** The graph of a sound blueprint's text, its head left out. */
  public static Graph graph(String body) {
    return check(body).orThrow();
  }
}
