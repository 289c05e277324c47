package dev.ashlar.state.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Environment;
import java.util.List;
import org.junit.jupiter.api.Test;

class FolderNameTest {
  @Test
  void simpleNamesStandForThemselves() {
    assertThat(name("", "orders-staging")).isEqualTo("orders-staging");
    assertThat(name("acme", "orders_2.x")).isEqualTo("acme+orders_2.x");
  }

  @Test
  void whatAFileSystemCouldMisunderstandIsEscaped() {
    assertThat(name("", "../x")).isEqualTo("%2e.%2fx");
    assertThat(name("", "Orders")).isEqualTo("%4frders");
    assertThat(name("", "con")).isEqualTo("%63on");
    assertThat(name("", "nul.txt")).isEqualTo("%6eul.txt");
    assertThat(name("", "end.")).isEqualTo("end%2e");
    assertThat(name("a+b", "ä")).isEqualTo("a%2bb+%c3%a4");
    assertThat(name("", "")).isEqualTo("%");
  }

  @Test
  void namesComeBack() {
    for (String odd : List.of("", ".", "A", "ä/🜁", "con", "x.", "a+b", "%41")) {
      Environment.Id id = new Environment.Id(odd, odd);
      assertThat(FolderName.read(FolderName.of(id))).contains(id);
    }
  }

  @Test
  void longNamesAreCutAndStayApart() {
    String one = name("", "a".repeat(500) + "1");
    String two = name("", "a".repeat(500) + "2");

    assertThat(one).hasSizeLessThanOrEqualTo(180).isNotEqualTo(two).contains("~");
    assertThat(FolderName.read(one)).isEmpty();
  }

  @Test
  void foldersOfOthersAreNone() {
    assertThat(FolderName.read("Orders")).isEmpty();
    assertThat(FolderName.read("a%zz")).isEmpty();
    assertThat(FolderName.read(".git")).isEmpty();
  }

  private static String name(String tenant, String name) {
    return FolderName.of(new Environment.Id(tenant, name));
  }
}
