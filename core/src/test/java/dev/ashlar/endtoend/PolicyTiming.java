package dev.ashlar.endtoend;

import com.sun.management.ThreadMXBean;
import dev.ashlar.Ashlar;
import dev.ashlar.PlanningSession;
import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Edit;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.value.Value;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;

/**
 * Tells what policies cost beside plans without them: {@code PolicyTiming RESOURCES ROUNDS}. All
 * work is done on one thread, so that what is told is its processor time and what it allocates. A
 * main, not a test: times depend on the machine.
 */
public final class PolicyTiming {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final int size;
  private final int rounds;

  private PolicyTiming(int size, int rounds) {
    this.size = size;
    this.rounds = rounds;
  }

  /** Runs. */
  public static void main(String[] arguments) {
    new PolicyTiming(
            arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000,
            arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5)
        .run();
  }

  private void run() {
    Executor here = Runnable::run;
    try (Ashlar ashlar =
        Ashlar.builder().addProvider(MemoryCloud.create()).executor(here).build()) {
      Environment free =
          Environment.of("big", Blueprint.read(Source.text("big.yaml", text())).orThrow())
              .stage("production");
      for (Environment each : List.of(free, free.policies(List.of("baseline")))) {
        String name = each.policies().isEmpty() ? "without policies" : "with the baseline";
        Workspace workspace = ashlar.open(each);
        for (int round = 0; round < rounds; round++) {
          print(name + ", plan", () -> workspace.plan().join());
        }
        PlanningSession session = workspace.edit().join();
        double[] costs = new double[100];
        for (int i = 0; i < costs.length; i++) {
          Edit edit = Edit.set("q" + i, "RetentionSeconds", Value.of(600 + i));
          long start = THREADS.getCurrentThreadCpuTime();
          session.edit(edit).join();
          costs[i] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
        }
        Arrays.sort(costs);
        System.out.printf(Locale.ROOT, "%s, an edit: median %.2f ms%n", name, costs[50]);
      }
    }
  }

  private static void print(String what, Runnable work) {
    long cpu = THREADS.getCurrentThreadCpuTime();
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    work.run();
    System.out.printf(
        Locale.ROOT,
        "%s: %.0f ms, %.1f MB%n",
        what,
        (THREADS.getCurrentThreadCpuTime() - cpu) / 1e6,
        (THREADS.getCurrentThreadAllocatedBytes() - bytes) / 1e6);
  }

  private String text() {
    StringBuilder text =
        new StringBuilder(
            """
            apiVersion: ashlar.dev/v1
            kind: Blueprint
            metadata: { name: big }
            resources:
              net: { type: memory::Network, properties: { CidrBlock: 10.0.0.0/8 } }
            """);
    for (int i = 0; i < size / 5; i++) {
      text.append(
          """
            k%1$d: { type: memory::Key, properties: { RotationDays: 90 } }
            b%1$d: { type: memory::Bucket, properties: { Encryption: { Algorithm: KEY, KeyId: "${k%1$d.id}" }, Versioning: ON, Policy: '{"Statement":{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":["s3:Get*","s3:PutObject"],"Resource":"*"}}' } }
            q%1$d: { type: memory::Queue, properties: { KeyId: "${k%1$d.id}", RetentionSeconds: 100 } }
            s%1$d: { type: memory::SecurityGroup, properties: { NetworkId: "${net.id}", Rules: [{ FromPort: 443, ToPort: 443 }, { FromPort: 22, ToPort: 22, Cidr: 10.0.0.0/8 }] } }
            p%1$d: { type: memory::Policy, properties: { Document: '{"Statement":[{"Effect":"Allow","Action":["s3:GetObject","sqs:SendMessage"],"Resource":"arn:a"}]}' } }
          """
              .formatted(i));
    }
    return text.toString();
  }
}
