package dev.ashlar.aws.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service that the guide shows compiles beside the type that it offers. */
class TunedGuideTest {
  private static final Path PAGE =
      Path.of("..", "docs", "guide", "aws-connectors.md").toAbsolutePath().normalize();
  private static final Pattern BLOCK =
      Pattern.compile("<!-- aws -->\\s*```java\\n(.*?)```", Pattern.DOTALL);
  private static final String BEFORE =
      """
      package dev.ashlar.aws.service.sqs;
      import dev.ashlar.aws.client.Connection;
      import dev.ashlar.aws.service.*;
      import dev.ashlar.schema.Operation;
      import java.util.List;
      import software.amazon.awssdk.services.sqs.SqsAsyncClient;
      """;

  @TempDir Path directory;

  @Test
  void theServiceCompiles() throws IOException {
    Matcher block = BLOCK.matcher(Files.readString(PAGE));
    assertThat(block.find()).isTrue();
    String code = BEFORE + block.group(1);

    assertThat(problems(code)).as("%s", code).isEmpty();
  }

  private String problems(String code) {
    StringWriter problems = new StringWriter();
    List<String> options =
        List.of(
            "-proc:none", "-d", directory.toString(), "-cp", System.getProperty("java.class.path"));
    boolean compiled =
        Objects.requireNonNull(ToolProvider.getSystemJavaCompiler())
            .getTask(problems, null, null, options, null, List.of(new Text(code)))
            .call();
    return compiled ? "" : problems.toString();
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String code;

    Text(String code) {
      super(URI.create("string:///Sqs.java"), JavaFileObject.Kind.SOURCE);
      this.code = code;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return code;
    }
  }
}
