package dev.ashlar.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** Writes a first blueprint. */
@CommandLine.Command(name = "init", description = "Write a first blueprint to start from.")
final class Init extends Command {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "Where to (default: blueprint.yaml).")
  private Path file = Path.of("blueprint.yaml");

  @Override
  Report run() {
    try {
      Files.writeString(file, Starter.text(), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      return Report.refused(file + " exists already; name another file.");
    } catch (IOException e) {
      return Report.refused(file + " cannot be written.");
    }
    return Report.of(
        Exit.DONE,
        out -> {
          out.writeStartObject();
          out.writeStringField("file", file.toString());
          out.writeEndObject();
        },
        "Wrote "
            + file
            + ": two values in the in-memory cloud. Next:\n  ashlar plan "
            + file
            + "\n  ashlar apply "
            + file
            + "\n");
  }
}
