package dev.ashlar.aws.service.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.aws.json.Json;
import dev.ashlar.connector.OperationFailedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;

/** Source that is written down becomes an archive. */
class CodeTest {
  private static SdkBytes archive(String runtime) {
    return Code.archive(
            Json.readObject(
                "{\"Runtime\": \"%s\", \"Code\": {\"ZipFile\": \"x\"}}".formatted(runtime)))
        .orElseThrow();
  }

  @Test
  void theFileIsCalledAsCloudFormationCallsIt() throws IOException {
    try (ZipInputStream in = new ZipInputStream(archive("nodejs22.x").asInputStream())) {
      assertThat(in.getNextEntry().getName()).isEqualTo("index.js");
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("x");
    }
    try (ZipInputStream in = new ZipInputStream(archive("python3.12").asInputStream())) {
      assertThat(in.getNextEntry().getName()).isEqualTo("index.py");
    }
  }

  @Test
  void equalSourcesGiveEqualArchives() {
    assertThat(archive("python3.12")).isEqualTo(archive("python3.13"));
  }

  @Test
  void otherRuntimesNeedABucket() {
    assertThatThrownBy(() -> archive("java21"))
        .isInstanceOf(OperationFailedException.class)
        .hasMessageContaining("S3Bucket");
  }

  @Test
  void codeInABucketIsNoArchive() {
    assertThat(Code.archive(Json.readObject("{\"Code\": {\"S3Bucket\": \"b\", \"S3Key\": \"k\"}}")))
        .isEmpty();
  }
}
