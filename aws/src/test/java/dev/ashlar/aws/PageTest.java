package dev.ashlar.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Ashlar;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What docs/aws.md shows is sound. */
class PageTest {
  @Test
  void theBlueprintOfThePageIsSound() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "aws.md"));
    int begin = page.indexOf("```yml\n") + "```yml\n".length();
    Blueprint blueprint =
        Blueprint.read(
                Source.text("orders.yaml", page.substring(begin, page.indexOf("```", begin))))
            .orThrow();
    try (Ashlar ashlar = Ashlar.builder().addProvider(new AwsProvider()).build()) {
      assertThat(ashlar.open(Environment.of("orders", blueprint)).check().join()).isEmpty();
    }
  }

  @Test
  void theProviderIsFoundByItself() {
    try (Ashlar ashlar =
        Ashlar.builder().discoverProviders(PageTest.class.getClassLoader()).build()) {
      assertThat(ashlar.catalog().types()).contains("AWS::S3::Bucket");
      assertThat(ashlar.diagnostics()).isEmpty();
    }
  }

  @Test
  void whatCannotBeMadeIsRefusedWithTheWayOut() {
    Blueprint blueprint =
        Blueprint.read(
                Source.text(
                    "orders.yaml",
                    """
                    apiVersion: ashlar.dev/v1
                    kind: Blueprint
                    metadata: { name: orders }
                    providers: { aws: { region: eu-west-1 } }
                    resources:
                      repository:
                        type: AWS::CodeStar::GitHubRepository
                        properties: { RepositoryName: orders, RepositoryOwner: acme }
                    """))
            .orThrow();
    try (Ashlar ashlar = Ashlar.builder().addProvider(new AwsProvider()).build()) {
      assertThat(ashlar.open(Environment.of("orders", blueprint)).check().join())
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.code()).isEqualTo("graph.not-provisionable");
                assertThat(problem.detail()).contains("AWS::CloudFormation::Stack");
              });
    }
  }

  @Test
  void withoutARegionNothingIsPlanned() {
    Blueprint blueprint =
        Blueprint.read(
                Source.text(
                    "orders.yaml",
                    """
                    apiVersion: ashlar.dev/v1
                    kind: Blueprint
                    metadata: { name: orders }
                    resources: { jobs: { type: AWS::SQS::Queue } }
                    """))
            .orThrow();
    try (Ashlar ashlar = Ashlar.builder().addProvider(new AwsProvider()).build()) {
      assertThat(ashlar.open(Environment.of("orders", blueprint)).check().join())
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.detail()).contains("providers: { aws: { region: … } }");
                assertThat(problem.location().orElseThrow()).hasToString("orders.yaml:4:14");
              });
    }
  }
}
