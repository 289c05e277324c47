package dev.ashlar.diagnostic;

/**
 * One kind of problem. Each floor declares its own as constants; {@code ashlar explain CODE} prints
 * the explanation.
 *
 * @param id the stable name, {@code floor.kind-of-problem} in lower case
 * @param severity how bad it is
 * @param summary one short sentence without user names, the same for every problem of this kind
 * @param explanation why this is a problem and what to do about it, for a reader who has never seen
 *     it
 * @since 0.1
 */
public record Code(String id, Diagnostic.Severity severity, String summary, String explanation) {

  /** A kind of error. */
  public static Code error(String id, String summary, String explanation) {
    return new Code(id, Diagnostic.Severity.ERROR, summary, explanation);
  }

  /** A kind of warning. */
  public static Code warning(String id, String summary, String explanation) {
    return new Code(id, Diagnostic.Severity.WARNING, summary, explanation);
  }
}
