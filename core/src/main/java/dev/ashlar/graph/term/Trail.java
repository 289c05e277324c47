package dev.ashlar.graph.term;

import dev.ashlar.value.ValuePath;
import org.jspecify.annotations.Nullable;

/** The way into a term, of which a path is made only where there is something to say. */
final class Trail {
  static final Trail ROOT = new Trail(null, null, 0, 0);

  private final @Nullable Trail parent;
  private final @Nullable String key;
  private final int index;
  private final int depth;

  private Trail(@Nullable Trail parent, @Nullable String key, int index, int depth) {
    this.parent = parent;
    this.key = key;
    this.index = index;
    this.depth = depth;
  }

  Trail key(String name) {
    return new Trail(this, name, 0, depth + 1);
  }

  Trail index(int position) {
    return new Trail(this, null, position, depth + 1);
  }

  int depth() {
    return depth;
  }

  ValuePath path() {
    if (parent == null) {
      return ValuePath.ROOT;
    }
    return key == null ? parent.path().index(index) : parent.path().key(key);
  }
}
