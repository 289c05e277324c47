package dev.ashlar.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an expression may read, by its text alone: the dependencies come from here. */
class ReferencesTest {
  private final World world = World.of(new Expressions(Limits.STANDARD, System::nanoTime));

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "1 + 2 → ",
        "key.Arn → key/Arn",
        "key → key/",
        "'a' + key.Arn + key.Tags[0].Value → key/Arn key/Tags[0].Value",
        "key.Arn + key.Arn → key/Arn",
        "uploads['a'].Arn → uploads/a.Arn",
        "uploads[params.text].Arn → uploads/ params/text",
        "uploads.map(k, k) → uploads/*",
        "uploads.map(k, uploads[k].Arn) → uploads/* uploads/",
        "size(uploads) → uploads/*",
        "'a' in uploads → uploads/*",
        "params.zones.map(z, z) → params/zones",
        "archive.?Arn.orValue(key.Arn) → archive/Arn key/Arn",
        "has(key.Name) → key/Name",
        "params.on ? key.Arn : uploads['a'].Arn → params/on key/Arn uploads/a.Arn",
        "true || params.on → params/on",
        "['x'].map(key, key) → ",
        "['x'].map(key, resources.key.Arn) → key/Arn",
        "uploads.map(uploads, uploads) → uploads/*",
        "identity(key) → key/[\"$identity\"]",
        "key.id → key/id",
        "[key.Arn, {'a': params.text}] → key/Arn params/text",
        "coalesce(key.Cost, params.ratio) → key/Cost params/ratio",
      })
  void anExpressionReads(String text, String references) {
    List<String> found =
        world.compiled(text).references().stream()
            .map(r -> r.root() + "/" + r.path() + (r.keysOnly() ? "*" : ""))
            .toList();
    List<String> wanted = references == null ? List.of() : List.of(references.split(" "));
    assertThat(found).as(text).containsExactlyElementsOf(wanted);
  }
}
