package dev.ashlar.quickstart;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The code of a page, compiled as a reader would who pastes it into a class. */
record Snippets(String page) {
  private static final String IMPORTS =
      """
      import static org.assertj.core.api.Assertions.assertThat;
      import dev.ashlar.*;
      import dev.ashlar.blueprint.*;
      import dev.ashlar.connector.*;
      import dev.ashlar.connector.Connector.*;
      import dev.ashlar.diagnostic.*;
      import dev.ashlar.execution.*;
      import dev.ashlar.memory.MemoryCloud;
      import dev.ashlar.plan.*;
      import dev.ashlar.schema.*;
      import dev.ashlar.schema.ResourceSpec.Naming;
      import java.nio.file.Path;
      import java.util.*;
      import java.util.concurrent.*;
      import org.junit.jupiter.api.Test;
      """;

  static Snippets of(Path page) throws IOException {
    return new Snippets(Files.readString(page));
  }

  /** The Java code below the comment that names it. */
  String java(String name) {
    return block("<!-- snippet: " + name + " -->\\s*```java\\n(.*?)```");
  }

  /** The first YAML document. */
  String yaml() {
    return block("```yaml\\n(.*?)```");
  }

  /** Every YAML document that is a whole blueprint. */
  List<String> blueprints() {
    return Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL)
        .matcher(page)
        .results()
        .map(match -> match.group(1))
        .filter(yaml -> yaml.contains("kind: Blueprint"))
        .toList();
  }

  /** The commands of the blocks without a language. */
  List<String> commands() {
    return Pattern.compile("\\n```\\n(.*?)```", Pattern.DOTALL)
        .matcher(page)
        .results()
        .flatMap(match -> match.group(1).lines())
        .toList();
  }

  private String block(String pattern) {
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
    if (!matcher.find()) {
      throw new AssertionError("the page has no such block: " + pattern);
    }
    return matcher.group(1);
  }

  /** Compiles a class of this name with everything imported; loads it. */
  static Class<?> compile(String name, String body, Path to) throws Exception {
    String source = IMPORTS + "public class " + name + " {\n" + body + "\n}\n";
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter problems = new StringWriter();
    boolean compiled =
        compiler
            .getTask(
                problems,
                null,
                null,
                List.of(
                    "-proc:none",
                    "-d",
                    to.toString(),
                    "-cp",
                    System.getProperty("java.class.path")),
                null,
                List.of(new Text(name, source)))
            .call();
    if (!compiled) {
      throw new AssertionError(problems + "\n" + source);
    }
    URLClassLoader loader =
        new URLClassLoader(new URL[] {to.toUri().toURL()}, Snippets.class.getClassLoader());
    return loader.loadClass(name);
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String source;

    Text(String name, String source) {
      super(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE);
      this.source = source;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return source;
    }
  }
}
