package dev.ashlar.testing.disk;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A path on a simulated disk. Without {@code .} and {@code ..}. */
record DiskPath(DiskFileSystem files, boolean isAbsolute, List<String> names) implements Path {
  static DiskPath of(DiskFileSystem files, String text) {
    List<String> names = Arrays.stream(text.split("/")).filter(name -> !name.isEmpty()).toList();
    if (names.contains(".") || names.contains("..")) {
      throw new InvalidPathException(text, "a simulated disk knows no . and ..");
    }
    return new DiskPath(files, text.startsWith("/"), names);
  }

  List<String> absolute() {
    return names;
  }

  String name() {
    return names.get(names.size() - 1);
  }

  private DiskPath part(boolean absolute, int from, int to) {
    return new DiskPath(files, absolute, names.subList(from, to));
  }

  @Override
  public DiskFileSystem getFileSystem() {
    return files;
  }

  @Override
  public DiskPath getRoot() {
    return new DiskPath(files, true, List.of());
  }

  @Override
  public @Nullable DiskPath getFileName() {
    return names.isEmpty() ? null : part(false, names.size() - 1, names.size());
  }

  @Override
  public @Nullable DiskPath getParent() {
    boolean none = names.isEmpty() || names.size() == 1 && !isAbsolute;
    return none ? null : part(isAbsolute, 0, names.size() - 1);
  }

  @Override
  public int getNameCount() {
    return names.size();
  }

  @Override
  public DiskPath getName(int index) {
    return part(false, index, index + 1);
  }

  @Override
  public DiskPath subpath(int from, int to) {
    return part(false, from, to);
  }

  @Override
  public boolean startsWith(Path other) {
    return other instanceof DiskPath path
        && path.isAbsolute == isAbsolute
        && path.names.size() <= names.size()
        && names.subList(0, path.names.size()).equals(path.names);
  }

  @Override
  public boolean endsWith(Path other) {
    return other instanceof DiskPath path
        && path.names.size() <= names.size()
        && names.subList(names.size() - path.names.size(), names.size()).equals(path.names);
  }

  @Override
  public DiskPath normalize() {
    return this;
  }

  @Override
  public DiskPath resolve(Path other) {
    DiskPath path = (DiskPath) other;
    if (path.isAbsolute) {
      return path;
    }
    List<String> all = new ArrayList<>(names);
    all.addAll(path.names);
    return new DiskPath(files, isAbsolute, List.copyOf(all));
  }

  @Override
  public DiskPath relativize(Path other) {
    DiskPath path = (DiskPath) other;
    if (!path.startsWith(this)) {
      throw new IllegalArgumentException(path + " is not below " + this);
    }
    return path.part(false, names.size(), path.names.size());
  }

  @Override
  public URI toUri() {
    return URI.create("disk:/" + String.join("/", names));
  }

  @Override
  public DiskPath toAbsolutePath() {
    return new DiskPath(files, true, names);
  }

  @Override
  public DiskPath toRealPath(LinkOption... options) {
    return toAbsolutePath();
  }

  @Override
  public WatchKey register(
      WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int compareTo(Path other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return (isAbsolute ? "/" : "") + String.join("/", names);
  }
}
