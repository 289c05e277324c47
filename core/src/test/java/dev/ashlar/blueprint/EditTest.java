package dev.ashlar.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Edits, as a canvas makes them: pure, and refused where they make no sense. */
class EditTest {
  private static final Blueprint BLUEPRINT =
      blueprint(
          """
          parameters:
            size: { type: integer, default: 1, maximum: 9 }
            token: { type: string, sensitive: true }
          flags: { archive: {} }
          locals:
            arn: "${files.Arn}"
            other: "a ${resources.files.Arn} b ${each.files} 'files' ${'files' + files.Name}"
          resources:
            key: { type: memory::Key }
            files:
              type: memory::Bucket
              properties: { Name: files, Tags: [{ Key: a, Value: b }], Policy: { $literal: { Sid: "${x}" } } }
            uploads:
              type: memory::Bucket
              when: "${files.Size > 1 && size(files.Tags) > 0}"
              dependsOn: [files, key]
          moved: [{ from: old, to: files }]
          outputs: { name: { value: "${files.id}" } }
          """);

  @Test
  void aPropertyIsSet() {
    assertThat(properties(Edit.set("files", "Name", Value.of("more")))).contains("Name: more");
    assertThat(properties(Edit.set("files", "Tags[0].Value", Value.of(7)))).contains("Value: 7");
    assertThat(properties(Edit.set("files", "/Tags/1", Value.map(Map.of("Key", Value.of("c"))))))
        .contains("- Key: a", "- Key: c");
    assertThat(properties(Edit.set("files", "Rules.List[0].Name", Value.of("${not read}"))))
        .contains("Name: \"$${not read}\"");
  }

  @Test
  void aPropertyIsSetToWhatADocumentWouldSay() {
    assertThat(properties(Edit.setText("files", "Name", "a-${env.name}")))
        .contains("Name: a-${env.name}");
    assertThatThrownBy(() -> Edit.setText("files", "Name", "${open"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPartOfALiteralIsSet() {
    Blueprint edited =
        Edit.set("files", "Policy.Version", Value.of("1")).applyTo(BLUEPRINT).orThrow();

    assertThat(BlueprintText.yaml(edited)).contains("Sid: $${x}".replace("$${x}", "\"$${x}\""));
  }

  @Test
  void aPropertyIsRemoved() {
    assertThat(properties(Edit.unset("files", "Name"))).doesNotContain("Name");
    assertThat(properties(Edit.unset("files", "Tags[0].Key"))).doesNotContain("Key: a");
    assertThat(properties(Edit.unset("files", "Tags[0]"))).contains("Tags: []");
  }

  @Test
  void whatIsNotThereIsRefused() {
    assertRefused(Edit.set("fils", "Name", Value.of(1)), "did you mean \"files\"?");
    assertRefused(Edit.unset("files", "Nme"), "There is no Nme to remove.");
    assertRefused(Edit.set("files", "Tags[5]", Value.of(1)), "beyond the end");
    assertRefused(Edit.set("files", "Name.First", Value.of(1)), "neither a map nor a list");
    assertRefused(Edit.remove("nothing"), "There is no resource \"nothing\"");
    assertRefused(Edit.parameter("sise", Value.of(1)), "did you mean \"size\"?");
    assertRefused(Edit.parameter("size", Value.of(10)), "at most 9");
    assertRefused(Edit.flag("x", true), "There is no flag \"x\"");
  }

  @Test
  void aDocumentHoldsNoSecrets() {
    assertThatThrownBy(() -> Edit.set("files", "Name", Value.secret(Value.of("x"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("x=");
  }

  @Test
  void aResourceIsAddedAndTakenAway() {
    ResourceDeclaration queue =
        new ResourceDeclaration(
            "queue",
            "memory::Queue",
            Optional.empty(),
            Term.Fields.empty(Place.inCode("x")),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Lifecycle.DEFAULT,
            Optional.of("node-1"),
            Place.inCode("x"));

    Blueprint more = Edit.add(queue).applyTo(BLUEPRINT).orThrow();

    assertThat(more.resources().keySet()).containsExactly("key", "files", "uploads", "queue");
    assertThat(Edit.remove("key").applyTo(more).orThrow().resources().keySet())
        .containsExactly("files", "uploads", "queue");
    assertThat(BLUEPRINT.resources().keySet()).containsExactly("key", "files", "uploads");
    assertThat(Edit.add(queue).applyTo(more).isSound()).isFalse();
  }

  @Test
  void aRenamedResourceIsRenamedEverywhereAndMoved() {
    String renamed = BlueprintText.yaml(Edit.rename("files", "docs").applyTo(BLUEPRINT).orThrow());

    assertThat(renamed)
        .contains(
            "arn: \"${docs.Arn}\"",
            "a ${resources.docs.Arn} b ${each.files} 'files' ${'files' + docs.Name}",
            "when: \"${docs.Size > 1 && size(docs.Tags) > 0}\"",
            "- docs\n",
            "value: \"${docs.id}\"",
            "from: old\n  to: docs\n",
            "from: files\n  to: docs\n");
    assertThat(renamed).contains("\n  docs:\n    type: memory::Bucket");
  }

  @Test
  void aNameThatIsHiddenTakenOrReservedIsRefused() {
    Blueprint hidden =
        blueprint(
            "resources: { files: { type: a } }\n"
                + "locals: { x: \"${params.all.map(files, files.id)}\" }");

    assertThat(Edit.rename("files", "docs").applyTo(hidden).isSound()).isFalse();
    assertRefused(Edit.rename("files", "key"), "called \"key\" already");
    assertRefused(Edit.rename("files", "params"), "params_");
    assertRefused(Edit.rename("files", "a-b"), "a_b");
  }

  @Test
  void aParameterOrFlagIsSetWhereverTheEditApplies() {
    Edit size = Edit.parameter("size", Value.of(5));
    Environment environment = Environment.of("mine", BLUEPRINT);

    assertThat(size.applyTo(environment).orThrow().parameters()).containsOnlyKeys("size");
    assertThat(BlueprintText.yaml(size.applyTo(BLUEPRINT).orThrow())).contains("default: 5");
    assertThat(Edit.flag("archive", true).applyTo(environment).orThrow().flags())
        .containsEntry("archive", true);
    assertThat(Edit.flag("archive", true).applyTo(BLUEPRINT).orThrow().flags().get("archive"))
        .matches(FlagDeclaration::defaultValue);
    assertThat(
            Edit.parameter("token", Value.of("hunter2"))
                .applyTo(environment)
                .orThrow()
                .parameters()
                .toString())
        .doesNotContain("hunter2");
  }

  private static String properties(Edit edit) {
    Checked<Environment> edited = edit.applyTo(Environment.of("mine", BLUEPRINT));
    ResourceDeclaration files = edited.orThrow().blueprint().resources().get("files");
    Blueprint alone =
        Blueprint.named("x")
            .addLocal(
                new LocalDeclaration(
                    "p", Optional.ofNullable(files).orElseThrow().properties(), Place.inCode("x")))
            .build();
    return BlueprintText.yaml(alone);
  }

  private static void assertRefused(Edit edit, String detail) {
    Checked<Blueprint> edited = edit.applyTo(BLUEPRINT);
    assertThat(edited.isSound()).isFalse();
    assertThat(edited.diagnostics())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("blueprint.edit-refused");
              assertThat(problem.detail()).contains(detail);
            });
  }

  private static Blueprint blueprint(String sections) {
    return Blueprint.read(
            Source.text(
                "x.yaml",
                "apiVersion: ashlar.dev/v1\nkind: Blueprint\nmetadata: { name: x }\n" + sections))
        .orThrow();
  }
}
