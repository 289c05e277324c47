package dev.ashlar.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide shows of the kit compiles. The other blocks are compiled where core is tested. */
class TestingPageTest {
  private static final Path PAGE =
      Path.of("..", "..", "docs", "guide", "testing.md").toAbsolutePath().normalize();
  private static final Pattern BLOCK =
      Pattern.compile("<!-- testkit -->\\s*```java\\n(.*?)```", Pattern.DOTALL);
  private static final String IMPORTS =
      """
      import static dev.ashlar.testkit.AshlarAssertions.assertThat;
      import static org.assertj.core.api.Assertions.assertThat;
      import dev.ashlar.*;
      import dev.ashlar.blueprint.*;
      import dev.ashlar.connector.*;
      import dev.ashlar.diagnostic.Source;
      import dev.ashlar.execution.*;
      import dev.ashlar.memory.*;
      import dev.ashlar.plan.Plan;
      import dev.ashlar.schema.Operation;
      import dev.ashlar.state.StateStore;
      import dev.ashlar.testkit.*;
      import java.nio.file.Path;
      import java.time.Duration;
      import java.util.stream.Stream;
      import org.junit.jupiter.api.*;
      """;

  @TempDir Path directory;

  @Test
  void everyBlockCompiles() throws IOException {
    List<String> blocks =
        BLOCK.matcher(Files.readString(PAGE)).results().map(match -> match.group(1)).toList();
    assertThat(blocks).hasSize(4);
    String code = IMPORTS + "class PageCode {\n" + String.join("\n", blocks) + "}\n";
    assertThat(problems(code)).as("%s", code).isEmpty();
  }

  private String problems(String code) {
    StringWriter problems = new StringWriter();
    boolean compiled =
        Objects.requireNonNull(ToolProvider.getSystemJavaCompiler())
            .getTask(
                problems,
                null,
                null,
                List.of(
                    "-proc:none",
                    "-d",
                    directory.toString(),
                    "-cp",
                    System.getProperty("java.class.path")),
                null,
                List.of(new Text(code)))
            .call();
    return compiled ? "" : problems.toString();
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String code;

    Text(String code) {
      super(URI.create("string:///PageCode.java"), JavaFileObject.Kind.SOURCE);
      this.code = code;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return code;
    }
  }
}
