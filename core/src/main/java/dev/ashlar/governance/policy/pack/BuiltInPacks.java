package dev.ashlar.governance.policy.pack;

import dev.ashlar.diagnostic.Source;
import dev.ashlar.governance.PolicyPack;
import dev.ashlar.governance.policy.reading.PackReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The packs that come with the engine, as documents on its own class path. */
public final class BuiltInPacks {
  /** Their names, and the documents that each is put together from. */
  private static final List<String> BASELINE =
      List.of("baseline.yaml", "baseline-memory.yaml", "baseline-aws.yaml");

  private BuiltInPacks() {}

  /** A pack by its name. */
  public static Optional<PolicyPack> find(String name) {
    return name.equals("baseline") ? Optional.of(baseline()) : Optional.empty();
  }

  private static PolicyPack baseline() {
    PolicyPack head = read(BASELINE.get(0));
    List<PolicyPack.Rule> rules = new ArrayList<>(head.rules());
    for (String part : BASELINE.subList(1, BASELINE.size())) {
      rules.addAll(read(part).rules());
    }
    return new PolicyPack(
        head.name(), head.version(), head.description(), head.parameters(), rules);
  }

  private static PolicyPack read(String document) {
    return PackReader.trusted(source(document)).orThrow();
  }

  private static Source source(String document) {
    try (InputStream in = BuiltInPacks.class.getResourceAsStream(document)) {
      if (in == null) {
        throw new IllegalStateException("the engine's jar is not whole: " + document);
      }
      return Source.text(document, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
