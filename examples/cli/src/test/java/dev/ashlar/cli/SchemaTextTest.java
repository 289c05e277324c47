package dev.ashlar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever looks at a type sees what holds when something goes wrong with it. */
class SchemaTextTest {
  @TempDir private Path directory;

  private String schema(String type) {
    return new Shell(directory).run("schema", type).out();
  }

  @Test
  void aTypeSaysWhatHoldsWhenAReplyIsLost() {
    assertThat(schema("memory::Table"))
        .contains("When a reply is lost")
        .contains("creating again under the same key makes no second one, for 24 h")
        .contains("objects carry a mark of their environment in Tags")
        .contains("identified by Name: it is known where to look");
  }

  @Test
  void aTypeThatPromisesNothingSaysThatAPersonMayBeAsked() {
    assertThat(schema("memory::AccessKey"))
        .contains("has neither key, mark nor name: you may be asked what became of a creation");
    assertThat(schema("memory::Table")).doesNotContain("you may be asked");
  }

  @Test
  void whatATypeGivesIsNeverRequiredOfAnybody() {
    String text = schema("memory::Table");
    String outputs = text.substring(text.indexOf("\nOutputs\n"), text.indexOf("\nOperations: "));
    assertThat(text.substring(0, text.indexOf("\nOutputs\n"))).contains("required");
    assertThat(outputs).isNotBlank().doesNotContain("required");
  }

  @Test
  void aDescriptionStandsApartFromTheConstraints() {
    assertThat(schema("memory::AccessKey"))
        .contains("Active: boolean · default true · Whether it is accepted.");
  }

  @Test
  void whereNoTypeStartsSoThatIsSaid() {
    Shell.Result types = new Shell(directory).run("types", "memory::Databse");
    assertThat(types.out())
        .isEqualTo("No type starts with \"memory::Databse\". Did you mean \"memory::Database\"?\n");
    assertThat(types.exit()).isZero();
  }
}
