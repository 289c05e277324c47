package dev.ashlar.aws.service.iam;

import java.util.Locale;

/** Who can have policies. */
enum Holders {
  GROUPS("Groups"),
  ROLES("Roles"),
  USERS("Users");

  private final String property;

  Holders(String property) {
    this.property = property;
  }

  /** The property that lists them. */
  String property() {
    return property;
  }

  /** In an identifier. */
  String mark() {
    return property.toLowerCase(Locale.ROOT);
  }
}
