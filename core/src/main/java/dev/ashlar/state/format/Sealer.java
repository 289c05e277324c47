package dev.ashlar.state.format;

import dev.ashlar.value.Value;

/** Encrypts what is secret while it is written and decrypts it while it is read. */
public interface Sealer {
  /** The ciphertext of a secret's content, for one place. */
  String seal(Place place, Value content);

  /** The ciphertext of bytes, for one place. */
  String sealBytes(Place place, byte[] clear);

  /** Whether a text has the form of a ciphertext. */
  boolean recognizes(String text);

  /** The content of a secret; only at the place that it was sealed for. */
  Value open(Place place, String cipher) throws UnopenableException;

  /** The bytes; only at the place that they were sealed for. */
  byte[] openBytes(Place place, String cipher) throws UnopenableException;

  /** It was altered, or sealed with another key or for another place; which, nobody can tell. */
  final class UnopenableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean shredded;

    /** Says no more: a library's message could quote the secret. */
    public UnopenableException() {
      this("not sealed for this place with this key", false);
    }

    private UnopenableException(String message, boolean shredded) {
      super(message);
      this.shredded = shredded;
    }

    /** It was sealed with a key that was forgotten on purpose. */
    public static UnopenableException forgotten() {
      return new UnopenableException("sealed with a key that was forgotten", true);
    }

    /** Whether its key was forgotten on purpose. */
    public boolean isShredded() {
      return shredded;
    }
  }
}
