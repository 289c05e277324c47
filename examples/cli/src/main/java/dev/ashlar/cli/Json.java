package dev.ashlar.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Something that can be written as one JSON value. */
@FunctionalInterface
interface Json {
  /** No result. */
  Json NOTHING = JsonGenerator::writeNull;

  void write(JsonGenerator out) throws IOException;
}
