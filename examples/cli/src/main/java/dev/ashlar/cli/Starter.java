package dev.ashlar.cli;

/** The blueprint that {@code ashlar init} writes. */
final class Starter {
  private static final String TEXT =
      """
      apiVersion: ashlar.dev/v1
      kind: Blueprint
      metadata: { name: first-steps, version: 0.1.0 }
      parameters:
        greeting: { type: string, default: hello }
      resources:
        one:
          type: memory::Value
          properties: { input: "${params.greeting}" }
        two:
          type: memory::Value
          properties: { input: "${one.output}, world" }
      outputs:
        message: { value: "${two.output}" }
      """;

  private Starter() {}

  static String text() {
    return TEXT;
  }
}
