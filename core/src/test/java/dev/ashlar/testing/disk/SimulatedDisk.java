package dev.ashlar.testing.disk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.ashlar.testing.disk.DiskOperation.Kind;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A disk in memory. What is written is durable only when it was forced, and a name only when its
 * folder was: {@link #afterPowerCut} gives every disk that a power cut may leave, {@link
 * #afterKill} the one that a dead process leaves. Safe for every thread.
 */
public final class SimulatedDisk {
  private final Inode root;
  private final List<Naming> unforced = new ArrayList<>();
  private final DiskFileSystem files = new DiskFileSystem(this);
  private Trouble trouble = Trouble.NONE;
  private Consumer<DiskOperation> watcher = operation -> {};

  /** Names that changed together, in one folder. */
  private record Naming(Inode folder, Map<String, Optional<Inode>> names) {
    void on(TreeMap<String, Inode> to) {
      names.forEach(
          (name, inode) ->
              inode.ifPresentOrElse(there -> to.put(name, there), () -> to.remove(name)));
    }
  }

  private SimulatedDisk(Inode root) {
    this.root = root;
  }

  /** An empty disk. */
  public static SimulatedDisk create() {
    return new SimulatedDisk(new Inode(true));
  }

  /** Its uppermost folder. */
  public Path root() {
    return new DiskPath(files, true, List.of());
  }

  /** From now on this goes wrong. */
  public synchronized void trouble(Trouble what) {
    trouble = what;
  }

  /** Lets somebody look after every operation. */
  public synchronized void watch(Consumer<DiskOperation> newWatcher) {
    watcher = newWatcher;
  }

  /** The disk that a process leaves that is killed now: the system has all that was written. */
  public synchronized SimulatedDisk afterKill() {
    IdentityHashMap<Inode, Inode> copies = new IdentityHashMap<>();
    return new SimulatedDisk(copy(root, copies, inode -> inode.names, Inode::written));
  }

  /** All disks that a power cut may leave now, without those that are equal to another. */
  public synchronized List<SimulatedDisk> afterPowerCut() {
    Map<String, SimulatedDisk> all = new LinkedHashMap<>();
    int most = mostUnforced(root, new IdentityHashMap<>());
    for (int names = 0; names <= unforced.size(); names++) {
      for (int changes = 0; changes <= most; changes++) {
        for (Cut cut : changes == 0 ? new Cut[] {Cut.WHOLE} : Cut.values()) {
          SimulatedDisk left = afterPowerCut(names, changes, cut);
          all.putIfAbsent(left.toString(), left);
        }
      }
    }
    return List.copyOf(all.values());
  }

  private SimulatedDisk afterPowerCut(int names, int changes, Cut cut) {
    IdentityHashMap<Inode, TreeMap<String, Inode>> listings = new IdentityHashMap<>();
    for (Naming naming : unforced.subList(0, names)) {
      naming.on(
          listings.computeIfAbsent(naming.folder(), folder -> new TreeMap<>(folder.durableNames)));
    }
    return new SimulatedDisk(
        copy(
            root,
            new IdentityHashMap<>(),
            folder -> listings.getOrDefault(folder, folder.durableNames),
            file -> file.left(changes, cut)));
  }

  private static Inode copy(
      Inode inode,
      IdentityHashMap<Inode, Inode> copies,
      java.util.function.Function<Inode, TreeMap<String, Inode>> names,
      java.util.function.Function<Inode, byte[]> content) {
    Inode known = copies.get(inode);
    if (known != null) {
      return known;
    }
    Inode copy = inode.folder ? new Inode(true) : Inode.file(content.apply(inode));
    copies.put(inode, copy);
    if (inode.folder) {
      names
          .apply(inode)
          .forEach((name, child) -> copy.names.put(name, copy(child, copies, names, content)));
      copy.durableNames.putAll(copy.names);
    }
    return copy;
  }

  private static int mostUnforced(Inode inode, IdentityHashMap<Inode, Boolean> seen) {
    int most = inode.unforced();
    if (seen.put(inode, true) == null) {
      for (Inode child : inode.names.values()) {
        most = Math.max(most, mostUnforced(child, seen));
      }
    }
    return most;
  }

  // What the file system asks for.

  synchronized @Nullable Inode inode(DiskPath path) {
    Inode at = root;
    for (String name : path.absolute()) {
      at = at == null ? null : at.names.get(name);
    }
    return at;
  }

  private Inode parent(DiskPath path) throws IOException {
    DiskPath parent = path.getParent();
    Inode folder = parent == null ? null : inode(parent);
    if (folder == null) {
      throw new NoSuchFileException(String.valueOf(parent));
    }
    if (!folder.folder) {
      throw new NotDirectoryException(String.valueOf(parent));
    }
    return folder;
  }

  synchronized Inode make(DiskPath path, boolean folder) throws IOException {
    Inode parent = parent(path);
    if (parent.names.containsKey(path.name())) {
      throw new FileAlreadyExistsException(path.toString());
    }
    before(Kind.MAKE, path);
    Inode made = new Inode(folder);
    rename(parent, Map.of(path.name(), Optional.of(made)));
    after(Kind.MAKE, path);
    return made;
  }

  synchronized void link(DiskPath link, DiskPath existing) throws IOException {
    Inode inode = existing(existing);
    Inode parent = parent(link);
    if (parent.names.containsKey(link.name())) {
      throw new FileAlreadyExistsException(link.toString());
    }
    before(Kind.LINK, link);
    rename(parent, Map.of(link.name(), Optional.of(inode)));
    after(Kind.LINK, link);
  }

  synchronized void move(DiskPath from, DiskPath to) throws IOException {
    Inode inode = existing(from);
    Inode folder = parent(from);
    if (folder != parent(to)) {
      throw new UnsupportedOperationException("files are moved within their folder");
    }
    before(Kind.MOVE, to);
    rename(folder, Map.of(from.name(), Optional.empty(), to.name(), Optional.of(inode)));
    after(Kind.MOVE, to);
  }

  synchronized void delete(DiskPath path) throws IOException {
    Inode inode = existing(path);
    if (!inode.names.isEmpty()) {
      throw new DirectoryNotEmptyException(path.toString());
    }
    before(Kind.DELETE, path);
    rename(parent(path), Map.of(path.name(), Optional.empty()));
    after(Kind.DELETE, path);
  }

  private Inode existing(DiskPath path) throws IOException {
    Inode inode = inode(path);
    if (inode == null) {
      throw new NoSuchFileException(path.toString());
    }
    return inode;
  }

  private void rename(Inode folder, Map<String, Optional<Inode>> names) {
    Naming naming = new Naming(folder, names);
    naming.on(folder.names);
    unforced.add(naming);
  }

  synchronized void write(DiskPath path, Inode file, int at, byte[] bytes) throws IOException {
    before(Kind.WRITE, path);
    file.write(at, bytes);
    after(Kind.WRITE, path);
  }

  synchronized void truncate(DiskPath path, Inode file, int length) throws IOException {
    if (length < file.written().length) {
      before(Kind.TRUNCATE, path);
      file.truncate(length);
      after(Kind.TRUNCATE, path);
    }
  }

  synchronized void force(DiskPath path, Inode inode) throws IOException {
    Kind kind = inode.folder ? Kind.FORCE_FOLDER : Kind.FORCE;
    try {
      before(kind, path);
    } catch (IOException e) {
      inode.lose();
      throw e;
    }
    if (inode.folder) {
      unforced.removeIf(
          naming -> {
            boolean here = naming.folder() == inode;
            if (here) {
              naming.on(inode.durableNames);
            }
            return here;
          });
    } else {
      inode.force();
    }
    after(kind, path);
  }

  private void before(Kind kind, DiskPath path) throws IOException {
    trouble.before(new DiskOperation(kind, path.toString()));
  }

  private void after(Kind kind, DiskPath path) {
    watcher.accept(new DiskOperation(kind, path.toString()));
  }

  /** All files with what is in them. */
  @Override
  public synchronized String toString() {
    StringBuilder text = new StringBuilder();
    describe(root, "", text);
    return text.toString();
  }

  private static void describe(Inode inode, String path, StringBuilder text) {
    text.append(path).append(' ').append(new String(inode.written(), ISO_8859_1)).append('\n');
    inode.names.forEach((name, child) -> describe(child, path + "/" + name, text));
  }
}
