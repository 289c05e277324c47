package dev.ashlar.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The table of all diagnostics is what the code declares. With {@code -Dgolden.update=true} it is
 * written anew.
 */
class DiagnosticsPageTest {
  private static final Path FILE = Page.ROOT.resolve("docs/reference/diagnostics.md");

  private static final String HEAD =
      """
      # Diagnostics

      Every problem that Ashlar reports has a code. The code is stable: decide by it, never by the text.
      The summary is the same for each problem of a kind; the detail, which is not shown here, names your
      resource, your file and your line, and says what to do.

      An **error** keeps a plan from being applied. A **warning** does not.

      This page is written from the code by a test. Do not edit it by hand.
      """;

  @Test
  void listsEveryCode() throws Exception {
    String page = page(codes());
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, page);
    }
    assertThat(Files.readString(FILE))
        .as("run with -Dgolden.update=true and read what it says")
        .isEqualTo(page);
  }

  @Test
  void everyCodeIsToldCompletely() throws Exception {
    assertThat(codes().values())
        .hasSizeGreaterThan(100)
        .allSatisfy(
            code -> {
              assertThat(code.id()).matches("[a-z]+\\.[a-z0-9-]+");
              assertThat(code.summary()).isNotBlank();
              assertThat(code.explanation()).isNotBlank().endsWith(".");
            });
  }

  private static String page(Map<String, Code> codes) {
    StringBuilder text = new StringBuilder(HEAD);
    String family = "";
    for (Code code : codes.values()) {
      String own = code.id().substring(0, code.id().indexOf('.'));
      if (!own.equals(family)) {
        family = own;
        text.append("\n## ").append(own).append("\n\n");
        text.append("| code | severity | summary | what it means |\n|---|---|---|---|\n");
      }
      text.append("| `" + code.id() + "` | " + severity(code) + " | ")
          .append(cell(code.summary()) + " | " + cell(code.explanation()) + " |\n");
    }
    return text.toString();
  }

  private static String severity(Code code) {
    Diagnostic.Severity severity = code.severity();
    return severity.name().toLowerCase(Locale.ROOT);
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ");
  }

  /** All constants of this type in classes whose name says that they hold problems. */
  private static Map<String, Code> codes() throws Exception {
    Map<String, Code> codes = new TreeMap<>();
    for (Class<?> registry : registries()) {
      for (Field field : registry.getDeclaredFields()) {
        if (field.getType() == Code.class && Modifier.isStatic(field.getModifiers())) {
          field.setAccessible(true);
          Code code = (Code) field.get(null);
          Code other = codes.put(code.id(), code);
          assertThat(other).as("two codes of one name: %s", code.id()).isNull();
        }
      }
    }
    return codes;
  }

  private static List<Class<?>> registries() throws IOException, ClassNotFoundException {
    Path sources = Path.of("src", "main", "java");
    try (Stream<Path> files = Files.walk(sources)) {
      List<String> names =
          files
              .filter(file -> file.toString().endsWith("Problems.java"))
              .map(file -> sources.relativize(file).toString())
              .map(name -> name.replace(".java", "").replace('/', '.').replace('\\', '.'))
              .sorted()
              .toList();
      List<Class<?>> found = new java.util.ArrayList<>();
      for (String name : names) {
        found.add(Class.forName(name));
      }
      return found;
    }
  }
}
