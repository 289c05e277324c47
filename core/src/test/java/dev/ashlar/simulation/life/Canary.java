package dev.ashlar.simulation.life;

import dev.ashlar.value.Bytes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A secret that must not be found in anything that is written, however it is dressed up. */
final class Canary {
  /** Dressed in JSON or in an address it looks otherwise. */
  static final String SECRET = "can\"ary/+&\u00e9 of gold 4711";

  private static final List<String> SHAPES = shapes();

  private Canary() {}

  private static List<String> shapes() {
    List<String> shapes = new ArrayList<>();
    shapes.add(SECRET);
    shapes.add(SECRET.replace("\"", "\\\""));
    shapes.add(SECRET.replace("\u00e9", "\\u00e9").replace("\"", "\\\""));
    shapes.add(URLEncoder.encode(SECRET, StandardCharsets.UTF_8));
    shapes.add(URLEncoder.encode(SECRET, StandardCharsets.UTF_8).replace("+", "%20"));
    byte[] bytes = SECRET.getBytes(StandardCharsets.UTF_8);
    for (int shift = 0; shift < 3; shift++) {
      byte[] shifted = new byte[bytes.length + shift];
      System.arraycopy(bytes, 0, shifted, shift, bytes.length);
      String base64 = Base64.getEncoder().withoutPadding().encodeToString(shifted);
      String core = base64.substring(4, base64.length() - 4);
      shapes.add(core);
      shapes.add(core.replace('+', '-').replace('/', '_'));
    }
    return shapes.stream().distinct().toList();
  }

  /** Whether it can be read there. */
  static boolean isIn(String text) {
    return SHAPES.stream().anyMatch(text::contains);
  }

  static boolean isIn(Bytes bytes) {
    return isIn(new String(bytes.toArray(), StandardCharsets.UTF_8));
  }
}
