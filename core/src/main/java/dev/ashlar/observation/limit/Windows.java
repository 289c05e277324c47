package dev.ashlar.observation.limit;

/**
 * The latest stretches of time. Those before the last change of course teach nothing any more.
 *
 * @param since the first number that teaches
 * @param now the one that goes on
 * @param last the one before
 * @param older the one before that
 */
public record Windows(int since, Window now, Window last, Window older) {

  static Windows begin(long at) {
    Window first = Window.at(0, at);
    return new Windows(0, first, first, first);
  }

  /** The next one begins. */
  Windows next(long at) {
    return new Windows(since, Window.at(now.number() + 1, at), now.end(at), last);
  }

  /** The next one begins, and nothing before it counts. */
  Windows anew(long at) {
    Windows next = next(at);
    return new Windows(next.now.number(), next.now, next.last, next.older);
  }

  Windows sent(boolean others) {
    return new Windows(since, now.sent(others), last, older);
  }

  /** How a call of a window ended; one that is too long ago is forgotten. */
  Windows heard(int number, boolean taken) {
    if (number == now.number()) {
      return new Windows(since, now.heard(taken), last, older);
    }
    if (number == last.number()) {
      return new Windows(since, now, last.heard(taken), older);
    }
    return number == older.number() ? new Windows(since, now, last, older.heard(taken)) : this;
  }

  boolean teaches(Window window) {
    return window.number() >= since;
  }

  /** Calls that were accepted of late, a second. */
  double accepted(long at) {
    double seconds = Math.max(1, (at - last.began()) / 1e9);
    return (now.accepted() + last.accepted()) / seconds;
  }
}
