package dev.ashlar.plan.digest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.ashlar.plan.Change;
import dev.ashlar.value.Value;
import dev.ashlar.value.digest.Sha256;
import dev.ashlar.value.json.ValueJson;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/**
 * Digests canonical JSON while it is written, one text after another: none of them is ever held as
 * a whole. For one thread.
 */
final class Digesting {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final MessageDigest sha = Sha256.digest();
  private final JsonGenerator out;

  Digesting() {
    try {
      // By way of a writer: it treats characters outside the basic plane as String does.
      OutputStream bytes = new DigestOutputStream(OutputStream.nullOutputStream(), sha);
      out = FACTORY.createGenerator(new OutputStreamWriter(bytes, UTF_8));
      out.setRootValueSeparator(null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The digest of a value's canonical text. */
  byte[] of(Value value) {
    try {
      ValueJson.write(out, value, ValueJson.REDACTED);
      return ended();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The digest of a change. */
  byte[] of(Change change) {
    try {
      ChangeForm.write(out, change);
      return ended();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] ended() throws IOException {
    out.flush();
    return sha.digest();
  }
}
