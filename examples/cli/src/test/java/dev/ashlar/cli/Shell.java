package dev.ashlar.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A directory with documents and a state, in which commands are run. */
record Shell(Path directory) {

  /** What a command printed, and how it ended. */
  record Result(int exit, String out, String err) {
    JsonNode json() {
      try {
        return new ObjectMapper().readTree(out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    JsonNode result() {
      return json().get("result");
    }
  }

  /** Writes a document; gives its path. */
  String file(String name, String text) {
    Path path = directory.resolve(name);
    try {
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return path.toString();
  }

  /** Runs a command in this process, without a terminal. */
  Result run(String... arguments) {
    return run(false, "", arguments);
  }

  /** Runs a command in this process, at a terminal where somebody types. */
  Result typing(String input, String... arguments) {
    return run(true, input, arguments);
  }

  private Result run(boolean terminal, String input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            new BufferedReader(new StringReader(input)),
            terminal);
    int exit = Main.run(console, arguments);
    return new Result(exit, out.toString(UTF_8), err.toString(UTF_8));
  }

  /** A command in a process of its own. */
  Process start(String... arguments) {
    return start(ProcessBuilder.Redirect.PIPE, arguments);
  }

  /** The same; what it says goes to a file, so that it never waits for a reader. */
  Process start(Path output, String... arguments) {
    return start(ProcessBuilder.Redirect.to(output.toFile()), arguments);
  }

  private Process start(ProcessBuilder.Redirect output, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(directory.toFile()).redirectOutput(output);
    if (output != ProcessBuilder.Redirect.PIPE) {
      builder.redirectErrorStream(true);
    }
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command in a process of its own, to its end. */
  Result process(String... arguments) {
    Process process = start(arguments);
    try {
      byte[] out = process.getInputStream().readAllBytes();
      byte[] err = process.getErrorStream().readAllBytes();
      return new Result(process.waitFor(), new String(out, UTF_8), new String(err, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  String state() {
    return directory.resolve("state").toString();
  }
}
