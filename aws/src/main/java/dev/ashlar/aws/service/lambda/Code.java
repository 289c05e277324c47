package dev.ashlar.aws.service.lambda;

import dev.ashlar.aws.service.AttributeTexts;
import dev.ashlar.connector.Failure;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import software.amazon.awssdk.core.SdkBytes;

/**
 * The code of a function. CloudFormation lets a user write it down; the service takes an archive of
 * it. Equal sources give equal archives.
 */
final class Code {
  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final String SOURCE = "ZipFile";

  private Code() {}

  /** What is said of the code, the source aside. */
  static MapValue place(MapValue spec) {
    return code(spec).without(SOURCE);
  }

  private static MapValue code(MapValue spec) {
    Value code = spec.get("Code");
    Value plain = code instanceof Value.SecretValue secret ? secret.content() : code;
    return plain instanceof MapValue map ? map : MapValue.EMPTY;
  }

  /** The archive, where the source is written down. */
  static Optional<SdkBytes> archive(MapValue spec) {
    Value source = code(spec).get(SOURCE);
    return source instanceof Value.NullValue
        ? Optional.empty()
        : Optional.of(
            archive(file(AttributeTexts.text(spec.get("Runtime"))), AttributeTexts.text(source)));
  }

  private static String file(String runtime) {
    if (runtime.startsWith("nodejs")) {
      return "index.js";
    }
    if (runtime.startsWith("python")) {
      return "index.py";
    }
    throw Failure.invalid(
            SOURCE + " holds the source of Node.js or Python: for " + runtime + " use S3Bucket")
        .toException();
  }

  private static SdkBytes archive(String name, String source) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      ZipEntry entry = new ZipEntry(name);
      entry.setTimeLocal(EPOCH);
      out.putNextEntry(entry);
      out.write(source.getBytes(StandardCharsets.UTF_8));
      out.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return SdkBytes.fromByteArray(bytes.toByteArray());
  }
}
