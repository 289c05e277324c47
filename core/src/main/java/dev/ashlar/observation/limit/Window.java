package dev.ashlar.observation.limit;

/**
 * What became of the calls of one stretch of time; each counts where it was made, whenever it ends.
 *
 * @param number which stretch
 * @param began when it began, in nanoseconds
 * @param ended when it ended; the beginning while it goes on
 * @param sent how many calls were made
 * @param pressed how many of them while others had to wait
 * @param accepted how many of them the cloud took
 * @param refused how many of them the cloud found too many
 */
public record Window(
    int number, long began, long ended, int sent, int pressed, int accepted, int refused) {
  private static final double SECOND = 1e9;

  static Window at(int number, long now) {
    return new Window(number, now, now, 0, 0, 0, 0);
  }

  Window sent(boolean others) {
    int more = pressed + (others ? 1 : 0);
    return new Window(number, began, ended, sent + 1, more, accepted, refused);
  }

  Window heard(boolean taken) {
    int yes = accepted + (taken ? 1 : 0);
    return new Window(number, began, ended, sent, pressed, yes, refused + (taken ? 0 : 1));
  }

  Window end(long now) {
    return new Window(number, began, now, sent, pressed, accepted, refused);
  }

  private double seconds() {
    return Math.max(1, ended - began) / SECOND;
  }

  /** Calls a second. */
  double pace() {
    return sent / seconds();
  }

  /** Calls a second that were not refused. */
  double passed() {
    return (sent - refused) / seconds();
  }

  /** Which part was refused. */
  double share() {
    return sent == 0 ? 0 : (double) refused / sent;
  }

  /** Whether clearly more than usual was refused though nobody had to wait. */
  boolean isTooMuch(double usual) {
    return !isPressed() && sent >= 30 && share() > usual + 0.1;
  }

  /** Whether it was the limit that kept calls from being more. */
  boolean isPressed() {
    return sent > 0 && pressed >= 0.8 * sent;
  }
}
