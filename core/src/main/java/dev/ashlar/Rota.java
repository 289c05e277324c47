package dev.ashlar;

import dev.ashlar.blueprint.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.random.RandomGenerator;

/**
 * Whose turn it is to be looked at: each environment once in a while, never all at the same time.
 * For one thread.
 */
final class Rota {
  private final Duration every;
  private final RandomGenerator random;
  private final Map<Environment.Id, Post> posts = new HashMap<>();
  private final Queue<Due> due = new PriorityQueue<>(Comparator.comparing(Due::at));

  /** One environment, and how it was the last time: nothing but a hash of its drift. */
  static final class Post {
    final Workspace workspace;
    int drift;

    Post(Workspace workspace, int drift) {
      this.workspace = workspace;
      this.drift = drift;
    }

    Environment.Id id() {
      return workspace.environment().id();
    }
  }

  private record Due(Instant at, Environment.Id environment) {}

  Rota(Duration every, RandomGenerator random) {
    this.every = every;
    this.random = random;
  }

  /** A tenth of the interval: over so long the first looks are spread. */
  Duration tenth() {
    return every.dividedBy(10);
  }

  private Duration part(Duration of) {
    return Duration.ofMillis(random.nextLong(of.toMillis() + 1));
  }

  /** These are looked at from now on, and no others. */
  void follow(Collection<? extends Workspace> workspaces, Instant now) {
    Map<Environment.Id, Workspace> wanted = new HashMap<>();
    for (Workspace workspace : workspaces) {
      Environment.Id id = workspace.environment().id();
      wanted.put(id, workspace);
      Post known = posts.get(id);
      posts.put(id, new Post(workspace, known == null ? 0 : known.drift));
      if (known == null) {
        due.add(new Due(now.plus(part(tenth())), id));
      }
    }
    posts.keySet().retainAll(wanted.keySet());
    due.removeIf(each -> !posts.containsKey(each.environment()));
  }

  /** The one that is due by now, if any. */
  Optional<Post> poll(Instant now) {
    Due first = due.peek();
    if (first == null || first.at().isAfter(now)) {
      return Optional.empty();
    }
    due.remove();
    return Optional.ofNullable(posts.get(first.environment()));
  }

  /** When the next one is due. */
  Optional<Instant> next() {
    return Optional.ofNullable(due.peek()).map(Due::at);
  }

  /** It was looked at: again after the interval, a tenth more or less. */
  void looked(Environment.Id environment, Optional<Integer> drift, Instant now) {
    Post post = posts.get(environment);
    if (post != null) {
      post.drift = drift.orElse(post.drift);
      due.add(
          new Due(now.plus(every).minus(tenth()).plus(part(tenth().multipliedBy(2))), environment));
    }
  }
}
