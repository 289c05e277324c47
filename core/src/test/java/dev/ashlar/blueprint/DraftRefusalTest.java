package dev.ashlar.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the compiler does not let through when a graph is composed in Java. */
class DraftRefusalTest {
  /** No such method or name. */
  private static final String CANNOT_FIND = "cant.resolve";

  /** None of several methods takes these arguments. */
  private static final String NO_SUITABLE_METHOD = "cant.apply.symbols";

  /** The one method takes other arguments; javac has a short and a long way to say so. */
  private static final String ARGUMENTS_DIFFER = "(cant.apply.symbol|prob.found.req)";

  private static final String AMBIGUOUS = "ref.ambiguous";

  private static final Map<String, String> WRONG = new LinkedHashMap<>();

  static {
    WRONG.put("queue.visibilityTimeuot(30)", CANNOT_FIND);
    WRONG.put("queue.urn()", CANNOT_FIND);
    WRONG.put("queue.visibilityTimeout(\"thirty\")", NO_SUITABLE_METHOD);
    WRONG.put("queue.visibilityTimeout(30L)", NO_SUITABLE_METHOD);
    WRONG.put("queue.mode(\"FIFO\")", NO_SUITABLE_METHOD);
    WRONG.put("queue.adminPassword(\"hunter2\")", ARGUMENTS_DIFFER);
    WRONG.put("queue.adminPassword(dev.ashlar.value.Secret.of(\"hunter2\"))", ARGUMENTS_DIFFER);
    WRONG.put("queue.adminPassword(Expression.parameter(\"t\", String.class))", ARGUMENTS_DIFFER);
    WRONG.put("queue.visibilityTimeout(key.arn())", NO_SUITABLE_METHOD);
    WRONG.put("queue.name(queue.depth())", NO_SUITABLE_METHOD);
    WRONG.put("queue.kmsKey(topic.arn())", NO_SUITABLE_METHOD);
    WRONG.put("queue.kmsKey(queue.kmsKey())", NO_SUITABLE_METHOD);
    WRONG.put("alias.key(alias.arn())", NO_SUITABLE_METHOD);
    WRONG.put("new TopicDraft.Delivery().deadLetterQueue(topic.arn())", NO_SUITABLE_METHOD);
    WRONG.put("new TopicDraft.Delivery().attempts(\"5\")", NO_SUITABLE_METHOD);
    WRONG.put("topic.delivery(new TopicDraft.Subscription())", ARGUMENTS_DIFFER);
    WRONG.put(
        "topic.subscriptions(List.of(new TopicDraft.Delivery().attempts(1)))", NO_SUITABLE_METHOD);
    WRONG.put("topic.keys(List.of(topic.arn()))", NO_SUITABLE_METHOD);
    WRONG.put("topic.routes(Map.of(\"eu\", new TopicDraft.Subscription()))", NO_SUITABLE_METHOD);
    WRONG.put("queue.zones(List.of(1))", NO_SUITABLE_METHOD);
    WRONG.put("queue.zones(List.of(queue.depth()))", NO_SUITABLE_METHOD);
    WRONG.put("queue.tags(Map.of(\"team\", 1))", NO_SUITABLE_METHOD);
    WRONG.put("queue.url(\"x\")", ARGUMENTS_DIFFER);
    WRONG.put("queue.createdAt(\"now\")", ARGUMENTS_DIFFER);
    WRONG.put("queue.adminPassword()", ARGUMENTS_DIFFER);
    WRONG.put("queue.name(null)", AMBIGUOUS);
    WRONG.put("queue.declare().when(queue.name())", ARGUMENTS_DIFFER);
  }

  private static final List<String> RIGHT =
      List.of(
          "queue.visibilityTimeout(30)",
          "queue.visibilityTimeout(key.retentionDays())",
          "queue.visibilityTimeout(Expression.parameter(\"t\", Integer.class))",
          "queue.mode(dev.ashlar.acme.Queue.Mode.FIFO)",
          "queue.mode(queue.mode())",
          "queue.adminPassword(Expression.secretParameter(\"token\"))",
          "queue.adminPassword(Expression.secret(key.arn()))",
          "queue.kmsKey(key.arn())",
          "queue.kmsKey(alias.arn())",
          "queue.kmsKey(\"arn:acme:key\")",
          "queue.kmsKey(Expression.parameter(\"key\", String.class))",
          "queue.kmsKey(Ref.<dev.ashlar.acme.Key, String>to(\"key\", \"Arn\"))",
          "alias.key(key.arn())",
          "topic.keys(List.of(key.arn(), key.arn()))",
          "topic.keys(List.of(\"a\", \"b\"))",
          "topic.keys(topic.keys())",
          "topic.delivery(topic.delivery())",
          "topic.routes(Expression.map(Map.of(\"eu\", topic.delivery())))",
          "queue.zones(Expression.list(List.of(key.arn(), queue.name())))",
          "queue.zones(java.util.Set.of(\"a\"))",
          "queue.extra(key.arn())",
          "queue.tags(queue.tags())",
          "queue.createdAt()",
          "queue.declare_()");

  private static final Map<String, List<Diagnostic<? extends JavaFileObject>>> FOUND =
      new LinkedHashMap<>();

  @BeforeAll
  static void compileAllAtOnce(@TempDir Path output) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<JavaFileObject> sources = new ArrayList<>();
    List<String> uses = Stream.concat(WRONG.keySet().stream(), RIGHT.stream()).toList();
    for (int i = 0; i < uses.size(); i++) {
      sources.add(new Use("Use" + i, uses.get(i)));
      FOUND.put(uses.get(i), new ArrayList<>());
    }
    compiler
        .getTask(
            new StringWriter(),
            null,
            found,
            List.of(
                "-proc:none",
                "-Xlint:all",
                "-Xmaxerrs",
                "1000",
                "-d",
                output.toString(),
                "-cp",
                System.getProperty("java.class.path")),
            null,
            sources)
        .call();
    for (Diagnostic<? extends JavaFileObject> one : found.getDiagnostics()) {
      if (one.getSource() instanceof Use use) {
        FOUND.get(use.expression).add(one);
      } else if (one.getKind() == Diagnostic.Kind.ERROR) {
        throw new AssertionError(one.getMessage(Locale.ROOT));
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> refusesWhatIsWrong() {
    return WRONG.entrySet().stream()
        .map(
            wrong ->
                DynamicTest.dynamicTest(
                    wrong.getKey(),
                    () ->
                        assertThat(FOUND.get(wrong.getKey()))
                            .singleElement()
                            .extracting(Diagnostic::getCode)
                            .asString()
                            .matches("compiler\\.err\\." + wrong.getValue() + "(\\..*)?")));
  }

  @TestFactory
  Stream<DynamicTest> letsThroughWhatIsRight() {
    return RIGHT.stream()
        .map(right -> DynamicTest.dynamicTest(right, () -> assertThat(FOUND.get(right)).isEmpty()));
  }

  @Test
  void saysThatItIsTheKindOfResourceThatIsWrong() {
    assertThat(FOUND.get("queue.kmsKey(topic.arn())"))
        .singleElement()
        .extracting(one -> one.getMessage(Locale.ROOT))
        .asString()
        .contains("Ref<dev.ashlar.acme.Topic,java.lang.String>")
        .contains("Ref<? extends dev.ashlar.acme.KeyTarget,java.lang.String>");
  }

  /** One expression in a class of its own. */
  private static final class Use extends SimpleJavaFileObject {
    private final String name;
    private final String expression;

    Use(String name, String expression) {
      super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
      this.name = name;
      this.expression = expression;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return """
      import dev.ashlar.acme.*;
      import dev.ashlar.blueprint.*;
      import java.util.*;
      class %s {
        Object use(QueueDraft queue, KeyDraft key, AliasDraft alias, TopicDraft topic) {
          return %s;
        }
      }
      """
          .formatted(name, expression);
    }
  }
}
