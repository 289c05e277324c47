package dev.ashlar.shop;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The service that flags live in. The real one is asked over the network. */
public final class FlagService {
  private final Map<String, Flag> flags = new ConcurrentHashMap<>();
  private final Map<String, String> made = new ConcurrentHashMap<>();

  /** What the service says where a name is taken. */
  public static final class TakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** What the service says where there is no such flag. */
  public static final class UnknownException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Makes a flag; with a token that was used before it answers what that made. */
  public synchronized Flag make(Flag flag, String token) {
    if (flag.name().equals(made.get(token)) && flags.containsKey(flag.name())) {
      return flags.get(flag.name());
    }
    if (flags.putIfAbsent(flag.name(), flag) != null) {
      throw new TakenException();
    }
    made.put(token, flag.name());
    return flag;
  }

  /** A flag. */
  public Optional<Flag> get(String name) {
    return Optional.ofNullable(flags.get(name));
  }

  /** Changes a flag. */
  public Flag change(Flag flag) {
    if (flags.replace(flag.name(), flag) == null) {
      throw new UnknownException();
    }
    return flag;
  }

  /** Takes a flag away. */
  public void remove(String name) {
    flags.remove(name);
  }
}
