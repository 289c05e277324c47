package dev.ashlar.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links lead somewhere, and what there is can be found. */
class LinksOfPagesTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");

  static Stream<Page> pages() {
    return Stream.concat(Page.all().stream(), Stream.of(Page.of(Page.ROOT.resolve("README.md"))));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsToAFile(Page page) {
    List<String> links =
        LINK.matcher(page.text())
            .results()
            .map(match -> match.group(1))
            .filter(link -> !link.contains("://"))
            .toList();
    assertThat(links)
        .as("%s", page)
        .allSatisfy(link -> assertThat(page.file().resolveSibling(link).normalize()).exists());
  }

  @Test
  void theIndexOfDecisionsNamesEachInItsOrderWithoutGaps() throws IOException {
    Page index = Page.named("decisions/README.md");
    try (Stream<Path> files = Files.list(index.file().getParent())) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.matches("\\d{4}-.*"))
              .sorted()
              .toList();
      assertThat(
              LINK.matcher(index.text())
                  .results()
                  .map(match -> match.group(1))
                  .filter(link -> link.matches("\\d{4}-.*")))
          .containsExactlyElementsOf(names);
      for (int number = 1; number <= names.size(); number++) {
        assertThat(names.get(number - 1)).startsWith("%04d-".formatted(number));
      }
    }
  }

  @Test
  void theIndexOfPagesNamesEachPage() {
    Page index = Page.named("README.md");
    assertThat(Page.all())
        .filteredOn(page -> !page.name().startsWith("docs/decisions/0"))
        .filteredOn(page -> !page.name().equals("docs/README.md"))
        .allSatisfy(
            page -> assertThat(index.text()).contains("(" + page.name().substring(5) + ")"));
  }
}
