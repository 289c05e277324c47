package dev.ashlar.connector.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.connector.Provider;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What {@link java.util.ServiceLoader} does not tell when it fails: which jar lists which class.
 * Read only after it failed.
 */
final class ServiceFiles {
  private static final String PATH = "META-INF/services/" + Provider.class.getName();

  private ServiceFiles() {}

  /** A sentence for every listed class that cannot be loaded as a provider. */
  static List<String> problems(ClassLoader loader) {
    List<String> problems = new ArrayList<>();
    try {
      for (URL file : Collections.list(loader.getResources(PATH))) {
        problems.addAll(problemsOf(file, loader));
      }
    } catch (IOException e) {
      problems.add("the class loader cannot list its files " + PATH + ".");
    }
    return problems;
  }

  private static List<String> problemsOf(URL file, ClassLoader loader) {
    String jar = CodeSource.holding(file, PATH);
    List<String> problems = new ArrayList<>();
    try {
      for (String name : names(file)) {
        problem(name, loader)
            .ifPresent(why -> problems.add(jar + " lists the provider " + name + ", " + why));
      }
    } catch (IOException e) {
      problems.add("the file " + PATH + " in " + jar + " cannot be read.");
    }
    return problems;
  }

  private static Optional<String> problem(String name, ClassLoader loader) {
    try {
      Class<?> type = Class.forName(name, false, loader);
      if (Provider.class.isAssignableFrom(type)) {
        return Optional.empty();
      }
      return Optional.of(
          "which does not implement "
              + Provider.class.getName()
              + ", or implements that of another copy of Ashlar.");
    } catch (ClassNotFoundException e) {
      return Optional.of("a class that is not there.");
    } catch (LinkageError e) {
      return Optional.of("a class that cannot be linked (" + e.getClass().getName() + ").");
    }
  }

  private static List<String> names(URL file) throws IOException {
    URLConnection connection = file.openConnection();
    // A cached jar would stay open after its class loader is closed.
    connection.setUseCaches(false);
    try (InputStream in = connection.getInputStream();
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      return lines
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .toList();
    }
  }
}
