package dev.ashlar.schema.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ConfigurationSchema;
import dev.ashlar.schema.Deprecation;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.value.ValuePath;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Schemas as JSON Schema 2020-12, for forms and editors. What JSON Schema has no word for stands
 * under keys that begin with {@code x-}. Properties keep their order.
 */
public final class JsonSchema {
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonSchema() {}

  /**
   * The properties of a resource type; its outputs under {@code x-outputs}, its promises beside
   * them.
   */
  public static String of(ResourceSchema schema) {
    return written(
        out -> {
          out.writeStringField("title", schema.type());
          describe(out, schema.description());
          schema.deprecation().ifPresent(old -> deprecate(out, old));
          AttributeSchema attributes = new AttributeSchema(out);
          attributes.object(schema.properties());
          if (!schema.outputs().isEmpty()) {
            out.writeFieldName("x-outputs");
            attributes.outputs(schema.outputs());
          }
          promises(out, schema);
          if (!schema.definitions().isEmpty()) {
            out.writeObjectFieldStart("$defs");
            for (Attribute definition : schema.definitions().values()) {
              out.writeFieldName(definition.name());
              attributes.attribute(definition);
            }
            out.writeEndObject();
          }
        });
  }

  /** What holds when a reply is lost; {@code x-identity} empty where the cloud chooses it. */
  private static void promises(JsonGenerator out, ResourceSchema schema) throws IOException {
    out.writeArrayFieldStart("x-identity");
    for (ValuePath path : schema.identity()) {
      out.writeString(path.toString());
    }
    out.writeEndArray();
    if (schema.idempotencyHorizon().isPresent()) {
      out.writeStringField("x-idempotency-horizon", schema.idempotencyHorizon().get().toString());
    }
    if (!schema.visibilityBound().isZero()) {
      out.writeStringField("x-visibility-bound", schema.visibilityBound().toString());
    }
    if (schema.ownershipMark().isPresent()) {
      out.writeStringField("x-ownership-mark", schema.ownershipMark().get().toString());
    }
  }

  /** A provider's configuration. */
  public static String of(ConfigurationSchema schema) {
    return written(out -> new AttributeSchema(out).object(schema.attributes()));
  }

  /** Attributes that stand together, such as the parameters of a blueprint. */
  public static String of(String title, Collection<Attribute> attributes) {
    Map<String, Attribute> byName = new LinkedHashMap<>();
    attributes.forEach(attribute -> byName.put(attribute.name(), attribute));
    return written(
        out -> {
          out.writeStringField("title", title);
          new AttributeSchema(out).object(byName);
        });
  }

  private interface Content {
    void write(JsonGenerator out) throws IOException;
  }

  private static String written(Content content) {
    StringWriter text = new StringWriter();
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      out.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
      out.writeStartObject();
      out.writeStringField("$schema", DIALECT);
      content.write(out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return text.toString();
  }

  static void describe(JsonGenerator out, String description) throws IOException {
    if (!description.isEmpty()) {
      out.writeStringField("description", description);
    }
  }

  static void deprecate(JsonGenerator out, Deprecation deprecation) {
    try {
      out.writeBooleanField("deprecated", true);
      if (!deprecation.since().isEmpty()) {
        out.writeStringField("x-deprecated-since", deprecation.since());
      }
      if (deprecation.replacement().isPresent()) {
        out.writeStringField("x-replacement", deprecation.replacement().get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
  }
}
