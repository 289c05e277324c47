package dev.ashlar.blueprint;

import dev.ashlar.blueprint.writer.BlueprintTree;
import dev.ashlar.blueprint.writer.EnvironmentTree;
import dev.ashlar.blueprint.writer.JsonWriter;
import dev.ashlar.blueprint.writer.YamlWriter;

/**
 * Writes documents as text: reading it gives the same document again, in YAML and in JSON. Equal
 * documents have equal texts. Comments are not part of a document, and are not kept.
 *
 * @since 0.1
 */
public final class BlueprintText {
  private BlueprintText() {}

  /**
   * A blueprint as YAML.
   *
   * @throws IllegalArgumentException if a secret or an unknown is in it, which no document holds
   */
  public static String yaml(Blueprint blueprint) {
    return YamlWriter.write(BlueprintTree.of(blueprint));
  }

  /**
   * A blueprint as JSON. JSON has fewer ways to write a number: one such as {@code 0x1F}, which is
   * its source text where a text is expected, becomes its value.
   *
   * @throws IllegalArgumentException if a secret or an unknown is in it, which no document holds
   */
  public static String json(Blueprint blueprint) {
    return JsonWriter.write(BlueprintTree.of(blueprint));
  }

  /**
   * An environment as YAML.
   *
   * @param blueprint how the document is to name its blueprint: {@code ./orders.yaml}
   * @throws IllegalArgumentException if a parameter is a secret in clear: name it by a reference
   */
  public static String yaml(Environment environment, String blueprint) {
    return YamlWriter.write(EnvironmentTree.of(environment, blueprint));
  }

  /**
   * An environment as JSON.
   *
   * @param blueprint how the document is to name its blueprint: {@code ./orders.yaml}
   * @throws IllegalArgumentException if a parameter is a secret in clear: name it by a reference
   */
  public static String json(Environment environment, String blueprint) {
    return JsonWriter.write(EnvironmentTree.of(environment, blueprint));
  }
}
