package dev.ashlar.governance.audit;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ashlar.governance.AuditEntry;
import java.io.IOException;

/**
 * What is to be told.
 *
 * @param principal who
 * @param kind what was done
 * @param subject the digest of the plan that it is about; empty where it is about none
 * @param data writes the fields of the details
 */
public record Deed(String principal, AuditEntry.Kind kind, String subject, Details data) {
  /** Writes fields into an object that is open, and never a secret. */
  @FunctionalInterface
  public interface Details {
    /** Writes them. */
    void writeTo(JsonGenerator out) throws IOException;
  }
}
