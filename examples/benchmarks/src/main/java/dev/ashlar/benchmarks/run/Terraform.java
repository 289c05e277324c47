package dev.ashlar.benchmarks.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.ashlar.benchmarks.table.Row;
import dev.ashlar.benchmarks.table.Target;
import dev.ashlar.benchmarks.table.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The same graph in Terraform, in the same session: {@code terraform_data} is built in, so that no
 * network is needed.
 */
public final class Terraform {
  private static final int CHAIN = 10;

  private Terraform() {}

  /** Measures each size with both and adds how they compare. */
  public static void measure(Findings findings, Commands commands, List<Integer> sizes) {
    if (!Processes.isOnPath("terraform")) {
      findings.add(Row.without("terraform", Unit.SECONDS, Target.NONE, "it is not on the PATH"));
      return;
    }
    for (int size : sizes) {
      Commands.Times ours = commands.measure(findings, size);
      Commands.Times theirs = times(size);
      add(findings, "plan of " + size + " new", theirs.create(), ours.create());
      add(findings, "apply of " + size, theirs.apply(), ours.apply());
      add(findings, "empty plan of " + size, theirs.empty(), ours.empty());
    }
  }

  private static void add(Findings findings, String what, double theirs, double ours) {
    findings.add(
        Row.of("terraform " + what, theirs, Unit.SECONDS)
            .note(String.format(Locale.ROOT, "%.1f times ashlar", theirs / ours)));
  }

  private static Commands.Times times(int size) {
    try (Scratch scratch = Scratch.open()) {
      Path at = scratch.path();
      write(at.resolve("main.tf.json"), size);
      Processes.seconds(at, 0, List.of("terraform", "init", "-no-color"));
      double create = plan(at);
      double apply =
          Processes.seconds(
              at, 0, List.of("terraform", "apply", "-auto-approve", "-refresh=false", "-no-color"));
      return new Commands.Times(create, apply, plan(at));
    }
  }

  private static double plan(Path at) {
    return Processes.seconds(at, 0, List.of("terraform", "plan", "-refresh=false", "-no-color"));
  }

  private static void write(Path file, int size) {
    try (JsonGenerator out = new JsonFactory().createGenerator(Files.newBufferedWriter(file))) {
      out.writeStartObject();
      out.writeObjectFieldStart("resource");
      out.writeObjectFieldStart("terraform_data");
      for (int object = 0; object < size; object++) {
        out.writeObjectFieldStart("r" + object);
        out.writeObjectFieldStart("input");
        out.writeStringField("name", "r" + object);
        out.writeNumberField("number", object);
        out.writeObjectFieldStart("tags");
        out.writeStringField("team", "a");
        out.writeStringField("stage", "b");
        out.writeEndObject();
        if (object % CHAIN != 0) {
          out.writeStringField("after0", "${terraform_data.r" + (object - 1) + ".id}");
        }
        out.writeEndObject();
        out.writeEndObject();
      }
      out.writeEndObject();
      out.writeEndObject();
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
