package dev.ashlar.processor;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * One run of the compiler with the processor, all its warnings on.
 *
 * @param messages errors and warnings
 * @param drafts the sources that the processor wrote, by file name
 */
record Compilation(List<String> messages, Map<String, String> drafts) {

  /** Compiles sources by qualified name; what they need of the library is there. */
  static Compilation of(Path folder, Map<String, String> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    Map<String, String> all = new LinkedHashMap<>(Stubs.SOURCES);
    all.putAll(sources);
    List<JavaFileObject> files = new ArrayList<>();
    all.forEach((name, source) -> files.add(new Text(name, source)));
    Path generated = Files.createDirectories(folder.resolve("generated"));
    Path classes = Files.createDirectories(folder.resolve("classes"));
    JavaCompiler.CompilationTask task =
        compiler.getTask(
            new StringWriter(),
            null,
            found,
            List.of(
                "-Xlint:all,-processing",
                "-Xdoclint:all,-missing",
                "-s",
                generated.toString(),
                "-d",
                classes.toString(),
                "-cp",
                classes.toString()),
            null,
            files);
    task.setProcessors(List.of(new DraftProcessor()));
    task.call();
    Map<String, String> drafts = new LinkedHashMap<>();
    try (var written = Files.walk(generated)) {
      for (Path file : written.filter(Files::isRegularFile).sorted().toList()) {
        drafts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return new Compilation(
        found.getDiagnostics().stream().map(one -> one.getKind() + ": " + line(one)).toList(),
        drafts);
  }

  private static String line(Diagnostic<?> diagnostic) {
    return diagnostic.getMessage(Locale.ROOT).lines().findFirst().orElse("");
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String source;

    Text(String name, String source) {
      super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
      this.source = source;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return source;
    }
  }
}
