/** The engine, and the cloud in memory. */
module dev.ashlar.core {
  requires com.fasterxml.jackson.core;
  requires com.google.common;
  requires dev.ashlar.cel;
  requires io.opentelemetry.api;
  requires java.xml;
  requires java.net.http;
  requires jdk.httpserver;
  requires static transitive org.jspecify;
  requires org.slf4j;
  requires org.snakeyaml.engine.v2;

  exports dev.ashlar;
  exports dev.ashlar.blueprint;
  exports dev.ashlar.connector;
  exports dev.ashlar.diagnostic;
  exports dev.ashlar.drift;
  exports dev.ashlar.execution;
  exports dev.ashlar.governance;
  exports dev.ashlar.memory;
  exports dev.ashlar.plan;
  exports dev.ashlar.schema;
  exports dev.ashlar.state;
  exports dev.ashlar.value;

  provides dev.ashlar.connector.Provider with
      dev.ashlar.memory.MemoryCloud;

  uses dev.ashlar.connector.Provider;
}
