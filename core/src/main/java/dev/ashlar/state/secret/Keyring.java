package dev.ashlar.state.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.state.format.Place;
import dev.ashlar.state.format.Sealer;
import dev.ashlar.value.Value;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import javax.crypto.AEADBadTagException;

/**
 * The opened keys of one environment: one encrypts, all open. What encrypts values is derived from
 * them; what makes fingerprints comes from the first there was, and stays. Safe for every thread as
 * long as its source of randomness is.
 */
public final class Keyring implements Sealer {
  private static final String FORM = "aes:";

  private final Environment.Id environment;
  private final String id;
  private final Map<String, byte[]> masters;
  private final Map<String, byte[]> encrypting;
  private final Set<String> forgotten;
  private final Fingerprints fingerprints;
  private final RandomGenerator random;

  Keyring(Environment.Id environment, String id, byte[] master, RandomGenerator random) {
    this(environment, Map.of(id, master), id, new Fingerprints(master), Set.of(), random);
  }

  /**
   * A keyring of several keys.
   *
   * @param masters the keys, by id; all open
   * @param id the one that encrypts
   * @param forgotten the ids of those that were dropped
   */
  Keyring(
      Environment.Id environment,
      Map<String, byte[]> masters,
      String id,
      Fingerprints fingerprints,
      Set<String> forgotten,
      RandomGenerator random) {
    this.environment = environment;
    this.id = id;
    this.masters = new TreeMap<>(masters);
    this.encrypting = new TreeMap<>();
    masters.forEach((name, master) -> encrypting.put(name, Hmac.derive(master, "encrypt")));
    this.fingerprints = fingerprints;
    this.forgotten = Set.copyOf(forgotten);
    this.random = random;
  }

  /** The same with a new key, which encrypts from now on; the others open what they closed. */
  Keyring turned(String newId, byte[] master) {
    Map<String, byte[]> more = new TreeMap<>(masters);
    more.put(newId, master);
    return new Keyring(environment, more, newId, fingerprints, forgotten, random);
  }

  /** The same without all keys but the one that encrypts: what they closed stays closed. */
  Keyring forgetful() {
    Set<String> gone = new TreeSet<>(forgotten);
    gone.addAll(masters.keySet());
    gone.remove(id);
    return new Keyring(environment, Map.of(id, key(masters)), id, fingerprints, gone, random);
  }

  private byte[] key(Map<String, byte[]> keys) {
    return Objects.requireNonNull(keys.get(id), "the key that encrypts is one of them");
  }

  String id() {
    return id;
  }

  Map<String, byte[]> masters() {
    return masters;
  }

  Set<String> forgotten() {
    return forgotten;
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
    byte[] cipher = Gcm.seal(key(encrypting), clear, bound(place), random);
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
    int end = cipher.indexOf(':', FORM.length());
    if (!cipher.startsWith(FORM) || end < 0) {
      throw new UnopenableException();
    }
    String by = cipher.substring(FORM.length(), end);
    byte[] key = encrypting.get(by);
    if (key == null) {
      throw forgotten.contains(by) ? UnopenableException.forgotten() : new UnopenableException();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(cipher.substring(end + 1));
      return Gcm.open(key, bytes, bound(place));
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
