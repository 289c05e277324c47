package dev.ashlar.diagnostic;

import dev.ashlar.value.Address;
import dev.ashlar.value.ValuePath;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One problem or warning: coded, located, in the user's words, with what to do. Collected, never
 * thrown.
 *
 * @since 0.1
 */
public final class Diagnostic {

  /** How bad it is. */
  public enum Severity {
    /** Nothing is done until this is mended. */
    ERROR,
    /** Worth a look; the work goes on. */
    WARNING,
    /** Worth knowing. */
    INFO
  }

  /**
   * A place in a source text.
   *
   * @param file the source's name
   * @param line the line, from 1
   * @param column the column in characters (code points), from 1
   */
  public record Location(String file, int line, int column) implements Comparable<Location> {
    @Override
    public int compareTo(Location other) {
      int order = file.compareTo(other.file);
      if (order == 0) {
        order = Integer.compare(line, other.line);
      }
      return order != 0 ? order : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
      return file + ":" + line + ":" + column;
    }
  }

  private final Code code;
  private final String detail;
  private final @Nullable Location location;
  private final @Nullable Address address;
  private final @Nullable ValuePath path;
  private final @Nullable String canvas;

  private Diagnostic(
      Code code,
      String detail,
      @Nullable Location location,
      @Nullable Address address,
      @Nullable ValuePath path,
      @Nullable String canvas) {
    this.code = Objects.requireNonNull(code, "code");
    this.detail = Objects.requireNonNull(detail, "detail");
    this.location = location;
    this.address = address;
    this.path = path;
    this.canvas = canvas;
  }

  /**
   * A problem of a kind.
   *
   * @param detail what is wrong here, why, and what to do, in the user's words; never a secret and
   *     never a library's own message
   */
  public static Diagnostic of(Code code, String detail) {
    return new Diagnostic(code, detail, null, null, null, null);
  }

  /** The same problem, at a place in a source text. */
  public Diagnostic at(@Nullable Location where) {
    return new Diagnostic(code, detail, where, address, path, canvas);
  }

  /** The same problem, with an instance of a resource that it concerns. */
  public Diagnostic on(@Nullable Address resource) {
    return new Diagnostic(code, detail, location, resource, path, canvas);
  }

  /** The same problem, with the property that it concerns. */
  public Diagnostic in(@Nullable ValuePath property) {
    return new Diagnostic(code, detail, location, address, property, canvas);
  }

  /** The same problem, with the canvas element that it concerns. */
  public Diagnostic canvas(@Nullable String element) {
    return new Diagnostic(code, detail, location, address, path, element);
  }

  /** The kind of problem. */
  public Code kind() {
    return code;
  }

  /** The stable name of the kind of problem. */
  public String code() {
    return code.id();
  }

  /** How bad it is. */
  public Severity severity() {
    return code.severity();
  }

  /** Whether this is an error. */
  public boolean isError() {
    return code.severity() == Severity.ERROR;
  }

  /** One short sentence, the same for every problem of this kind. */
  public String summary() {
    return code.summary();
  }

  /** What is wrong here, why, and what to do. */
  public String detail() {
    return detail;
  }

  /** Where in a source text. */
  public Optional<Location> location() {
    return Optional.ofNullable(location);
  }

  /** Which instance of a resource. */
  public Optional<Address> address() {
    return Optional.ofNullable(address);
  }

  /** Which property. */
  public Optional<ValuePath> path() {
    return Optional.ofNullable(path);
  }

  /** Which canvas element. */
  public Optional<String> canvas() {
    return Optional.ofNullable(canvas);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Diagnostic that
        && code.equals(that.code)
        && detail.equals(that.detail)
        && Objects.equals(location, that.location)
        && Objects.equals(address, that.address)
        && Objects.equals(path, that.path)
        && Objects.equals(canvas, that.canvas);
  }

  @Override
  public int hashCode() {
    return Objects.hash(code, detail, location, address, path, canvas);
  }

  /** One line for a log: {@code orders.yaml:3:7: error: summary: detail [code]}. */
  @Override
  public String toString() {
    String where = location == null ? "" : location + ": ";
    return where
        + severity().name().toLowerCase(Locale.ROOT)
        + ": "
        + summary()
        + ": "
        + detail
        + " ["
        + code()
        + "]";
  }
}
