package dev.ashlar.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every Java block compiles, with what stood before it on its page: types as members of one class,
 * statements as the body of a method. One with the note {@code refused} does not. Those with the
 * note {@code testkit} need what core cannot see: the test kit compiles them; so do those with
 * {@code aws}, which follow a class of that module.
 */
class JavaOfPagesTest {
  private static final String IMPORTS =
      """
      import static org.assertj.core.api.Assertions.assertThat;
      import dev.ashlar.*;
      import dev.ashlar.acme.*;
      import dev.ashlar.blueprint.*;
      import dev.ashlar.connector.*;
      import dev.ashlar.connector.Connector.*;
      import dev.ashlar.connector.Findable.*;
      import dev.ashlar.connector.Resumable.*;
      import dev.ashlar.diagnostic.*;
      import dev.ashlar.drift.*;
      import dev.ashlar.execution.*;
      import dev.ashlar.governance.*;
      import dev.ashlar.memory.CloudServer;
      import dev.ashlar.memory.Effect;
      import dev.ashlar.memory.Fault;
      import dev.ashlar.memory.MemoryCloud;
      import dev.ashlar.memory.CloudObject;
      import dev.ashlar.memory.VirtualTime;
      import dev.ashlar.plan.*;
      import dev.ashlar.schema.*;
      import dev.ashlar.schema.ResourceSpec.Naming;
      import dev.ashlar.state.*;
      import dev.ashlar.value.*;
      import java.nio.file.Path;
      import java.time.*;
      import java.util.*;
      import java.util.concurrent.*;
      import org.jspecify.annotations.Nullable;
      import org.junit.jupiter.api.Test;
      """;

  /** What statements may speak of without saying where it comes from. */
  private static final String CONTEXT =
      """
        Ashlar ashlar; Workspace workspace; Environment environment; Blueprint blueprint;
        Plan plan; Outcome outcome; MemoryCloud cloud; VirtualTime time; Executor executor;
        StateStore states; Principal user; Source source; Run run;
        interface Ui {
          void say(String text);
          void paint(String node, String status);
          void bar(int done, int total);
        }
        Ui ui;
      """;

  private static final Pattern TYPE =
      Pattern.compile(
          "^(@|(public |private |static |final |sealed )*(record|class|interface|enum) )"
              + "|^(static )?[A-Za-z<>]+ [a-z]\\w*\\([^)]*\\) \\{");

  @TempDir private Path directory;

  static Stream<Page> pages() {
    return Page.all().stream().filter(page -> !page.blocks("java").isEmpty());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void compilesOrDoesNotAsItSays(Page page) {
    StringBuilder sound = new StringBuilder();
    int number = 0;
    for (Page.Block block : page.blocks("java")) {
      number++;
      if (block.note().startsWith("testkit") || block.note().startsWith("aws")) {
        continue;
      }
      if (block.note().startsWith("refused")) {
        String with = sound + member(block.code(), number);
        assertThat(compile(with)).as("%s compiles:%n%s", page, block.code()).isNotEmpty();
      } else {
        sound.append(member(block.code(), number));
      }
    }
    assertThat(compile(sound.toString())).as("%s:%n%s", page, sound).isEmpty();
  }

  private static String member(String code, int number) {
    return TYPE.matcher(code).find()
        ? code + "\n"
        : "void block" + number + "() throws Exception {\n" + code + "}\n";
  }

  private String compile(String members) {
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
                List.of(
                    new Text("PageCode", IMPORTS + "class PageCode {\n" + CONTEXT + members + "}")))
            .call();
    return compiled ? "" : problems.toString();
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String code;

    Text(String name, String code) {
      super(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE);
      this.code = code;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return code;
    }
  }
}
