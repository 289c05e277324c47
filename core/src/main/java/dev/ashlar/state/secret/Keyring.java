package dev.ashlar.state.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.state.format.Place;
import dev.ashlar.state.format.Sealer;
import dev.ashlar.value.Value;
import java.io.IOException;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.AEADBadTagException;

/**
 * The opened key of one environment. Everything else is derived from it: what encrypts values, what
 * makes fingerprints. Safe for every thread as long as its source of randomness is.
 */
public final class Keyring implements Sealer {
  private static final String FORM = "aes:";

  private final Environment.Id environment;
  private final String id;
  private final byte[] encrypting;
  private final Fingerprints fingerprints;
  private final RandomGenerator random;

  Keyring(Environment.Id environment, String id, byte[] master, RandomGenerator random) {
    this.environment = environment;
    this.id = id;
    this.encrypting = Hmac.derive(master, "encrypt");
    this.fingerprints = new Fingerprints(master);
    this.random = random;
  }

  /** The fingerprints of this environment. */
  public Fingerprints fingerprints() {
    return fingerprints;
  }

  @Override
  public String seal(Place place, Value content) {
    return sealBytes(place, ClearText.of(content).getBytes(UTF_8));
  }

  @Override
  public String sealBytes(Place place, byte[] clear) {
    byte[] cipher = Gcm.seal(encrypting, clear, bound(place), random);
    return FORM + id + ":" + Base64.getEncoder().withoutPadding().encodeToString(cipher);
  }

  @Override
  public boolean recognizes(String text) {
    return text.startsWith(FORM);
  }

  @Override
  public Value open(Place place, String cipher) throws UnopenableException {
    try {
      return ClearText.read(openBytes(place, cipher));
    } catch (IOException e) {
      throw new UnopenableException();
    }
  }

  @Override
  public byte[] openBytes(Place place, String cipher) throws UnopenableException {
    String prefix = FORM + id + ":";
    if (!cipher.startsWith(prefix)) {
      throw new UnopenableException();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(cipher.substring(prefix.length()));
      return Gcm.open(encrypting, bytes, bound(place));
    } catch (IllegalArgumentException | AEADBadTagException e) {
      throw new UnopenableException();
    }
  }

  /** Every part with its length: no two places give the same bytes. */
  private byte[] bound(Place place) {
    StringBuilder text = new StringBuilder();
    for (String part :
        new String[] {
          environment.tenant(),
          environment.name(),
          place.owner(),
          place.section(),
          place.path().toPointer()
        }) {
      text.append(part.length()).append(':').append(part);
    }
    return text.toString().getBytes(UTF_8);
  }
}
