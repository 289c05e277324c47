package dev.ashlar.aws.service;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An object in which one part is set, with as little as its schema allows around it.
 *
 * @param path the part, its names with slashes between them
 * @param spec the object
 * @param mark what is to be sent for the part; empty where no text stands for it
 */
record Probe(String path, MapValue spec, String mark) {

  /** One for each part of each property that a user can set. */
  static List<Probe> all(ResourceSchema schema, MapValue base) {
    return new Maker(schema, base).all();
  }

  private static final class Maker {
    private static final int DEEPEST = 9;

    private final ResourceSchema schema;
    private final MapValue base;
    private final List<Probe> probes = new ArrayList<>();
    private int number = 7_000;

    Maker(ResourceSchema schema, MapValue base) {
      this.schema = schema;
      this.base = base;
    }

    List<Probe> all() {
      MapValue around = Parts.over(required(schema.properties(), 0), base);
      for (Attribute property : schema.properties().values()) {
        if (!property.computed()) {
          walk(property, property.name(), value -> around.with(property.name(), value), 0);
        }
      }
      return probes;
    }

    private interface Around {
      MapValue with(Value part);
    }

    private void walk(Attribute attribute, String path, Around around, int depth) {
      Shape shape = schema.resolve(attribute.shape());
      if (depth > DEEPEST) {
        return;
      }
      if (shape instanceof Shape.ObjectShape object) {
        MapValue siblings = required(object.attributes(), depth);
        for (Attribute part : object.attributes().values()) {
          if (!part.computed()) {
            walk(
                part,
                path + "/" + part.name(),
                value -> around.with(siblings.with(part.name(), value)),
                depth + 1);
          }
        }
      } else if (shape instanceof Shape.ListShape list) {
        walk(list.items(), path, value -> around.with(Value.list(value)), depth + 1);
      } else {
        Value leaf = leaf(attribute, path);
        probes.add(new Probe(path, around.with(leaf), mark(leaf)));
      }
    }

    private static String mark(Value leaf) {
      if (leaf instanceof MapValue map) {
        return map.entries().isEmpty() ? "" : map.entries().firstKey();
      }
      return leaf instanceof Value.BoolValue ? "" : leaf.toString();
    }

    private Value leaf(Attribute attribute, String path) {
      number++;
      if (!attribute.constraints().allowed().isEmpty()) {
        return attribute.constraints().allowed().get(0);
      }
      Shape shape = schema.resolve(attribute.shape());
      if (shape == Shape.Primitive.BOOLEAN) {
        return Value.of(true);
      }
      if (shape == Shape.Primitive.INTEGER || shape == Shape.Primitive.NUMBER) {
        return Value.of(number);
      }
      if (shape instanceof Shape.MapShape || shape == Shape.Primitive.ANY) {
        return Value.map(Map.of("probe" + number, Value.of("x")));
      }
      return Value.of(path.endsWith("Date") ? "2041-01-1" + number % 10 : "probe-" + number);
    }

    private MapValue required(Map<String, Attribute> attributes, int depth) {
      MapValue all = MapValue.EMPTY;
      for (Attribute attribute : attributes.values()) {
        if (attribute.required() && !attribute.computed() && depth < DEEPEST) {
          all = all.with(attribute.name(), minimal(attribute, depth + 1));
        }
      }
      return all;
    }

    private Value minimal(Attribute attribute, int depth) {
      Shape shape = schema.resolve(attribute.shape());
      if (shape instanceof Shape.ObjectShape object) {
        return required(object.attributes(), depth);
      }
      return shape instanceof Shape.ListShape list
          ? Value.list(minimal(list.items(), depth))
          : leaf(attribute, attribute.name());
    }
  }
}
