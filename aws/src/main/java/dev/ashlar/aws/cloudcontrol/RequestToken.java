package dev.ashlar.aws.cloudcontrol;

/**
 * What the engine keeps while a request is under way: the cloud's token, and which try it is. A
 * handler that was throttled has failed for good under its client token, so the next try needs
 * another one, which is derived: a restart derives the same.
 *
 * @param token the cloud's request token
 * @param attempt from 1
 */
record RequestToken(String token, int attempt) {
  static final int MOST = 8;
  private static final char SEPARATOR = '#';

  static RequestToken read(String text) {
    int at = text.lastIndexOf(SEPARATOR);
    return at < 0
        ? new RequestToken(text, 1)
        : new RequestToken(text.substring(0, at), Integer.parseInt(text.substring(at + 1)));
  }

  /** The client token of a try. */
  static String clientToken(String key, int attempt) {
    return attempt == 1 ? key : key + "-" + attempt;
  }

  @Override
  public String toString() {
    return attempt == 1 ? token : token + SEPARATOR + attempt;
  }
}
