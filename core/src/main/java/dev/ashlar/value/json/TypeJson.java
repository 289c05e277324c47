package dev.ashlar.value.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.ashlar.value.ValueType;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Types as JSON: {@code "string"}, {@code {"list": TYPE}}, {@code {"object": {"a": TYPE}}}. */
final class TypeJson {
  private TypeJson() {}

  static void write(JsonGenerator out, ValueType type) throws IOException {
    if (type instanceof ValueType.Scalar scalar) {
      out.writeString(scalar.toString());
      return;
    }
    out.writeStartObject();
    if (type instanceof ValueType.ListType list) {
      out.writeFieldName("list");
      write(out, list.items());
    } else if (type instanceof ValueType.MapType map) {
      out.writeFieldName("map");
      write(out, map.values());
    } else if (type instanceof ValueType.ObjectType object) {
      out.writeFieldName("object");
      out.writeStartObject();
      for (Map.Entry<String, ValueType> field : object.fields().entrySet()) {
        out.writeFieldName(field.getKey());
        write(out, field.getValue());
      }
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  static ValueType read(JsonParser in) throws IOException {
    if (in.currentToken() == JsonToken.VALUE_STRING) {
      try {
        return ValueType.Scalar.valueOf(in.getText().toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw new IOException("not a type", e);
      }
    }
    if (in.currentToken() != JsonToken.START_OBJECT) {
      throw new IOException("not a type");
    }
    in.nextToken();
    String kind = String.valueOf(in.currentName());
    in.nextToken();
    ValueType type =
        switch (kind) {
          case "list" -> new ValueType.ListType(read(in));
          case "map" -> new ValueType.MapType(read(in));
          case "object" -> new ValueType.ObjectType(fields(in));
          default -> throw new IOException("not a type");
        };
    if (in.nextToken() != JsonToken.END_OBJECT) {
      throw new IOException("not a type");
    }
    return type;
  }

  private static SortedMap<String, ValueType> fields(JsonParser in) throws IOException {
    SortedMap<String, ValueType> fields = new TreeMap<>();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      in.nextToken();
      fields.put(name, read(in));
    }
    return fields;
  }
}
