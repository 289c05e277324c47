package dev.ashlar.aws.cloudcontrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.ashlar.aws.fake.FakeCloudControl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A client that others wrote understands the fake: boto3 makes, changes and removes a queue. */
class SecondClientTest {

  private record Ended(int code, String output) {}

  private static Ended python(String script, String... arguments)
      throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 3];
    command[0] = "python3";
    command[1] = "-c";
    command[2] = script;
    System.arraycopy(arguments, 0, command, 3, arguments.length);
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      return new Ended(-1, "there is no python3");
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(2, TimeUnit.MINUTES) ? process.exitValue() : -1, output);
  }

  @Test
  void boto3UnderstandsTheFake() throws IOException, InterruptedException {
    Ended installed = python("import boto3");
    if (installed.code() != 0) {
      if ("required".equals(System.getenv("ASHLAR_EMULATORS"))) {
        fail("boto3 is required: " + installed.output());
      }
      abort("skipped: boto3 is not installed for python3");
    }
    String script;
    try (InputStream in = SecondClientTest.class.getResourceAsStream("second_client.py")) {
      script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    try (FakeCloudControl cloud = FakeCloudControl.start()) {
      Ended ended = python(script, cloud.url());
      assertThat(ended.output()).endsWith("all as expected\n");
      assertThat(ended.code()).isZero();
      assertThat(cloud.troubles()).isEmpty();
    }
  }
}
