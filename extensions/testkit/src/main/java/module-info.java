/** What tests of blueprints, connectors and state stores are made of. */
module dev.ashlar.testkit {
  requires transitive dev.ashlar.core;
  requires transitive org.assertj.core;
  requires static transitive org.jspecify;
  requires transitive org.junit.jupiter.api;

  exports dev.ashlar.testkit;
}
