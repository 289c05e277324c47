package dev.ashlar.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ashlar.Serial;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.state.State;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** Lists the states that can still be read and rolled back to. */
@CommandLine.Command(
    name = "serials",
    description = "List the states that can still be read and rolled back to.")
final class SerialsCommand extends RecordsCommand {
  private static final int DIGITS = 12;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "Which environment: a Blueprint or an Environment, YAML or JSON.")
  private @Nullable Path file;

  @Override
  Checked<Optional<Environment.Id>> named(Workbench bench) {
    return file == null
        ? super.named(bench)
        : bench.draft(file).map(environment -> Optional.of(environment.id()));
  }

  @Override
  Report run(Workbench bench, State state) {
    Checked<List<Serial>> listed = bench.ashlar().serials(state.environment(), bench.user()).join();
    return listed.value().isEmpty()
        ? Report.failed(listed.diagnostics())
        : report(listed.value().get());
  }

  @Override
  Report run(State state) {
    throw new IllegalStateException("of one state no others are known");
  }

  private static Report report(List<Serial> serials) {
    return Report.of(
        Exit.DONE,
        out -> {
          out.writeStartObject();
          out.writeArrayFieldStart("serials");
          for (Serial serial : serials) {
            write(out, serial);
          }
          out.writeEndArray();
          out.writeEndObject();
        },
        serials.isEmpty() ? "Nothing was applied yet.\n" : Columns.of(rows(serials)));
  }

  private static List<List<String>> rows(List<Serial> serials) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("serial", "time", "outcome", "what it did", "objects", "plan"));
    for (Serial serial : serials) {
      rows.add(
          List.of(
              serial.number() + (serial.isCurrent() ? " (now)" : ""),
              serial.at().map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString()).orElse("-"),
              serial.outcome().orElse("-"),
              serial.counts().map(SerialsCommand::counts).orElse("-"),
              Integer.toString(serial.objects()),
              digest(serial.planDigest())));
    }
    return rows;
  }

  private static String digest(String digest) {
    return digest.isEmpty() ? "-" : digest.substring(0, Math.min(DIGITS, digest.length()));
  }

  private static String counts(Serial.Counts counts) {
    List<String> parts = new ArrayList<>();
    add(parts, counts.created(), "created");
    add(parts, counts.changed(), "changed");
    add(parts, counts.deleted(), "deleted");
    return parts.isEmpty() ? "nothing" : String.join(", ", parts);
  }

  private static void add(List<String> parts, int count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }

  private static void write(JsonGenerator out, Serial serial) throws IOException {
    out.writeStartObject();
    out.writeNumberField("serial", serial.number());
    out.writeBooleanField("current", serial.isCurrent());
    JsonText.text(out, "at", serial.at().map(Instant::toString).orElse(null));
    JsonText.text(out, "outcome", serial.outcome().orElse(null));
    JsonText.text(out, "plan", serial.planDigest().isEmpty() ? null : serial.planDigest());
    out.writeNumberField("objects", serial.objects());
    if (serial.counts().isPresent()) {
      Serial.Counts counts = serial.counts().get();
      out.writeNumberField("created", counts.created());
      out.writeNumberField("changed", counts.changed());
      out.writeNumberField("deleted", counts.deleted());
    }
    out.writeEndObject();
  }
}
