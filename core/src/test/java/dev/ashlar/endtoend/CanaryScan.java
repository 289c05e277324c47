package dev.ashlar.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.value.Bytes;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks for secrets in all that is written and said, however they are dressed up. */
final class CanaryScan {
  /**
   * What every secret has inside: dressed in JSON, in an address or in base64 it looks otherwise.
   */
  static final String CANARY = "can\"ary/+&\u00e9 of gold 4711";

  private static final List<String> SHAPES = shapes();

  private final List<String> seen = new ArrayList<>();
  private long size;

  private static List<String> shapes() {
    List<String> shapes = new ArrayList<>();
    addShapes(shapes, CANARY);
    addShapes(shapes, CANARY.toUpperCase(Locale.ROOT));
    return shapes.stream().distinct().toList();
  }

  private static void addShapes(List<String> shapes, String secret) {
    byte[] bytes = secret.getBytes(UTF_8);
    String escaped = secret.replace("\"", "\\\"");
    shapes.add(secret);
    shapes.add(escaped);
    shapes.add(ascii(escaped));
    shapes.add(secret.replace("\"", "\\\\\\\""));
    shapes.add(URLEncoder.encode(secret, UTF_8));
    shapes.add(URLEncoder.encode(secret, UTF_8).replace("+", "%20"));
    for (int shift = 0; shift < 3; shift++) {
      byte[] shifted = new byte[bytes.length + shift];
      System.arraycopy(bytes, 0, shifted, shift, bytes.length);
      String base64 = Base64.getEncoder().withoutPadding().encodeToString(shifted);
      String core = base64.substring(4, base64.length() - 4);
      shapes.add(core);
      shapes.add(core.replace('+', '-').replace('/', '_'));
    }
  }

  private static String ascii(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.toCharArray()) {
      escaped.append(c < 128 ? String.valueOf(c) : String.format("\\u%04x", (int) c));
    }
    return escaped.toString();
  }

  void see(Object said) {
    seen.add(String.valueOf(said));
  }

  void see(Bytes written) {
    seen.add(new String(written.toArray(), UTF_8));
  }

  void see(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    seen.add(trace.toString());
  }

  /** How many characters were looked at. */
  long size() {
    return size;
  }

  /** Where one was found: what stands around it. */
  Optional<String> found() {
    for (String text : seen) {
      size += text.length();
      for (String shape : SHAPES) {
        int at = text.indexOf(shape);
        if (at >= 0) {
          return Optional.of(
              text.substring(Math.max(0, at - 80), Math.min(text.length(), at + 120)));
        }
      }
    }
    return Optional.empty();
  }
}
