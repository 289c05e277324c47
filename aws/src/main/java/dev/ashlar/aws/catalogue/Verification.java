package dev.ashlar.aws.catalogue;

import java.util.Locale;

/** How it was seen that a type works. */
public enum Verification {
  /** Against AWS itself. */
  LIVE("used against AWS itself"),
  /** Against an emulator that others wrote. */
  EMULATOR("used against an emulator that others wrote"),
  /** Against a fake that holds to the schemas of another source. */
  FAKE("used against a fake of Cloud Control that holds to another source's schema"),
  /** Its schema only, against the in-memory cloud. */
  SCHEMA_ONLY("nothing was made but in the in-memory cloud");

  private final String how;

  Verification(String how) {
    this.how = how;
  }

  /** One line for a person. */
  public String text() {
    return "Verified: " + name().toLowerCase(Locale.ROOT).replace('_', ' ') + " (" + how + ").";
  }
}
