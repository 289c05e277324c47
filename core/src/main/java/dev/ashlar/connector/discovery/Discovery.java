package dev.ashlar.connector.discovery;

import dev.ashlar.connector.Provider;
import dev.ashlar.connector.problem.ConnectorProblems;
import dev.ashlar.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;

/** Takes providers in, one by one: a broken one is named and does not keep the others away. */
final class Discovery {
  /** A service loader that fails again and again is not asked for ever. */
  private static final int MOST_FAILURES = 100;

  private final List<Candidate> candidates = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  List<Candidate> candidates() {
    return List.copyOf(candidates);
  }

  List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  void register(Provider provider) {
    describe(provider, true);
  }

  /** All providers that the loader finds, but those of a class that was registered by hand. */
  void find(ServiceLoader<Provider> services, Supplier<List<String>> whyNot, Set<Class<?>> byHand) {
    int failures = 0;
    boolean unnamed = false;
    Iterator<ServiceLoader.Provider<Provider>> found = services.stream().iterator();
    while (failures < MOST_FAILURES) {
      try {
        if (!found.hasNext()) {
          break;
        }
        ServiceLoader.Provider<Provider> next = found.next();
        if (!byHand.contains(next.type()) && !isKnown(next.type())) {
          make(next).ifPresent(provider -> describe(provider, false));
        }
      } catch (ServiceConfigurationError | LinkageError e) {
        failures++;
        unnamed = true;
      }
    }
    if (unnamed) {
      List<String> reasons = whyNot.get();
      reasons.forEach(this::broken);
      if (reasons.isEmpty()) {
        broken("A listed provider cannot be loaded, and its class loader does not tell which one.");
      }
    }
  }

  /** Class loaders may be given that see the same jar. */
  private boolean isKnown(Class<? extends Provider> type) {
    return candidates.stream()
        .anyMatch(known -> !known.byHand() && known.provider().getClass() == type);
  }

  private Optional<Provider> make(ServiceLoader.Provider<Provider> found) {
    try {
      return Optional.of(found.get());
    } catch (ServiceConfigurationError | LinkageError e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      broken(place(found.type()) + " cannot be made: its constructor threw " + name(cause) + ".");
      return Optional.empty();
    }
  }

  // Whatever a provider throws is its own defect, and no reason for ours to stop.
  @SuppressWarnings("CatchingUnchecked")
  private void describe(Provider provider, boolean byHand) {
    String place = place(provider.getClass());
    Provider.Descriptor descriptor;
    try {
      descriptor = provider.descriptor();
    } catch (RuntimeException | LinkageError e) {
      broken(place + " does not describe itself: descriptor() threw " + name(e) + ".");
      return;
    }
    if (descriptor == null) {
      broken(place + " does not describe itself: descriptor() gave null.");
    } else if (!descriptor.name().matches("[A-Za-z_][A-Za-z0-9_]*")) {
      broken(
          place
              + " has the name \""
              + descriptor.name()
              + "\", which a blueprint cannot write. A name is made of letters, digits and _.");
    } else if (descriptor.namespaces().contains("")) {
      broken(place + " claims the types of every name, by an empty namespace.");
    } else {
      candidates.add(new Candidate(provider, descriptor, byHand));
    }
  }

  private void broken(String detail) {
    diagnostics.add(Diagnostic.of(ConnectorProblems.BROKEN_PROVIDER, detail));
  }

  private static String place(Class<?> type) {
    return "The provider " + type.getName() + " in " + CodeSource.of(type);
  }

  private static String name(Throwable thrown) {
    return thrown.getClass().getName();
  }
}
