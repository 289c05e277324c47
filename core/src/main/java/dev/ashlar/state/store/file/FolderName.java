package dev.ashlar.state.store.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.value.digest.Sha256;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An environment's name as a folder's. Lower-case letters, digits, {@code _ - .} stand for
 * themselves, all else is written as the hexadecimal digits of its bytes, so that no two names meet
 * on a file system that ignores case. Names that are too long are cut, and told apart by a digest.
 */
public final class FolderName {
  private static final int LONGEST = 180;
  private static final char TENANT_END = '+';
  private static final char CUT = '~';
  private static final String EMPTY = "%";

  /** Devices of Windows, which cannot be folders there. */
  private static final Pattern DEVICE = Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

  private FolderName() {}

  /** The folder's name. */
  public static String of(Environment.Id environment) {
    String name = encode(environment.name());
    String whole =
        environment.tenant().isEmpty() ? name : encode(environment.tenant()) + TENANT_END + name;
    return whole.length() <= LONGEST
        ? whole
        : whole.substring(0, LONGEST - 70) + CUT + Sha256.of(whole);
  }

  /** The environment; empty where the name was cut, or is none of ours. */
  public static Optional<Environment.Id> read(String folder) {
    int end = folder.indexOf(TENANT_END);
    Optional<String> tenant = end < 0 ? Optional.of("") : decode(folder.substring(0, end));
    Optional<String> name = decode(folder.substring(end + 1));
    return tenant
        .flatMap(t -> name.map(n -> new Environment.Id(t, n)))
        .filter(id -> of(id).equals(folder));
  }

  /** A name of letters, digits and escapes, for a folder or a file. */
  static String encode(String text) {
    if (text.isEmpty()) {
      return EMPTY;
    }
    boolean device = DEVICE.matcher(text.toLowerCase(Locale.ROOT)).matches();
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(UTF_8)) {
      boolean first = encoded.isEmpty();
      boolean plain =
          b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b == '_' || b == '-' || b == '.';
      if (plain && !(first && (device || b == '.'))) {
        encoded.append((char) b);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02x", b));
      }
    }
    // Windows drops a dot at the end.
    if (encoded.charAt(encoded.length() - 1) == '.') {
      encoded.setLength(encoded.length() - 1);
      encoded.append("%2e");
    }
    return encoded.toString();
  }

  private static Optional<String> decode(String encoded) {
    if (encoded.equals(EMPTY)) {
      return Optional.of("");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c != '%') {
        bytes.write(c);
      } else if (i + 2 < encoded.length()
          && encoded.substring(i + 1, i + 3).matches("[0-9a-f]{2}")) {
        bytes.write(Integer.parseInt(encoded.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(bytes.toString(UTF_8));
  }
}
