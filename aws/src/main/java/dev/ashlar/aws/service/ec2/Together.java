package dev.ashlar.aws.service.ec2;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Calls that go side by side. */
final class Together {
  private Together() {}

  static CompletableFuture<Void> all(List<? extends CompletableFuture<?>> calls) {
    return CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new));
  }
}
