package dev.ashlar.governance.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.governance.AuditEntry;
import dev.ashlar.value.Value;
import dev.ashlar.value.json.ValueJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * A line of the log: a CloudEvent in JSON with the digest of the line before it as {@code previous}
 * and, as its last attribute, the signature of all that comes before.
 */
final class EntryLine {
  /** What stands in the place of the digest where there is no line before. */
  static final String NONE = "0".repeat(64);

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final String MAC = ",\"mac\":\"";
  private static final int TAIL = MAC.length() + 64 + 2;

  private EntryLine() {}

  /** The line, with its end. */
  static byte[] write(
      Environment.Id environment,
      long number,
      Instant at,
      String previous,
      Deed deed,
      AuditKey key) {
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    try (JsonGenerator out = FACTORY.createGenerator(line)) {
      out.writeStartObject();
      out.writeStringField("specversion", "1.0");
      out.writeStringField("id", Long.toString(number));
      out.writeStringField("source", source(environment));
      out.writeStringField("type", deed.kind().type());
      if (!deed.subject().isEmpty()) {
        out.writeStringField("subject", deed.subject());
      }
      out.writeStringField("time", at.toString());
      out.writeStringField("principal", deed.principal());
      out.writeStringField("previous", previous);
      out.writeStringField("datacontenttype", "application/json");
      out.writeObjectFieldStart("data");
      deed.data().writeTo(out);
      out.writeEndObject();
      out.flush();
      String mac = key.line(line.toByteArray(), line.size());
      out.writeStringField("mac", mac);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    line.write('\n');
    return line.toByteArray();
  }

  /** A URI reference that names the environment. */
  static String source(Environment.Id environment) {
    return "/ashlar/" + encoded(environment.tenant()) + "/" + encoded(environment.name());
  }

  /** The environment that a source names. */
  static Optional<Environment.Id> environment(String source) {
    String[] parts = source.split("/", -1);
    try {
      return parts.length == 4 && parts[1].equals("ashlar")
          ? Optional.of(
              new Environment.Id(
                  URLDecoder.decode(parts[2], UTF_8), URLDecoder.decode(parts[3], UTF_8)))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The source of the first line that can be read. */
  static Optional<String> firstSource(byte[] log) {
    for (String line : new String(log, UTF_8).split("\n", -1)) {
      Optional<Read> read = read(line.getBytes(UTF_8));
      if (read.isPresent()) {
        return Optional.of(read.get().source());
      }
    }
    return Optional.empty();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  /**
   * What a line says.
   *
   * @param entry the entry
   * @param source which log it belongs to
   * @param previous the digest of the line before
   * @param mac its signature
   */
  record Read(AuditEntry entry, String source, String previous, String mac) {}

  /** Whether a line, without its end, was signed with the key. */
  static boolean isGenuine(byte[] line, String mac, AuditKey key) {
    return key.line(line, line.length - TAIL).equals(mac);
  }

  /** What a line says, without its end; empty where it is none. */
  static Optional<Read> read(byte[] line) {
    if (line.length <= TAIL) {
      return Optional.empty();
    }
    String tail = new String(Arrays.copyOfRange(line, line.length - TAIL, line.length), UTF_8);
    String text = new String(line, UTF_8);
    if (!tail.startsWith(MAC) || !tail.endsWith("\"}") || !isSame(line, text)) {
      return Optional.empty();
    }
    try {
      return ValueJson.parse(text) instanceof Value.MapValue map
          ? read(map, text, tail.substring(MAC.length(), tail.length() - 2))
          : Optional.empty();
    } catch (UncheckedIOException | DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether the bytes are the text's: what is not UTF-8 is read as if it were something else. */
  private static boolean isSame(byte[] line, String text) {
    return Arrays.equals(line, text.getBytes(UTF_8));
  }

  private static Optional<Read> read(Value.MapValue map, String text, String mac) {
    Optional<AuditEntry.Kind> kind = text(map, "type").flatMap(AuditEntry.Kind::of);
    Optional<String> id = text(map, "id").filter(EntryLine::isNumber);
    Optional<String> time = text(map, "time");
    Optional<String> principal = text(map, "principal");
    Optional<String> source = text(map, "source");
    Optional<String> previous = text(map, "previous");
    if (kind.isEmpty()
        || id.isEmpty()
        || time.isEmpty()
        || principal.isEmpty()
        || source.isEmpty()
        || previous.isEmpty()
        || !(map.entries().get("data") instanceof Value.MapValue data)) {
      return Optional.empty();
    }
    AuditEntry entry =
        new AuditEntry(
            Long.parseLong(id.get()),
            Instant.parse(time.get()),
            principal.get(),
            kind.get(),
            text(map, "subject"),
            data,
            text);
    return Optional.of(new Read(entry, source.get(), previous.get(), mac));
  }

  private static boolean isNumber(String text) {
    if (text.isEmpty() || text.length() > 18 || text.charAt(0) == '0') {
      return false;
    }
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static Optional<String> text(Value.MapValue map, String key) {
    return map.entries().get(key) instanceof Value.TextValue text
        ? Optional.of(text.text())
        : Optional.empty();
  }
}
