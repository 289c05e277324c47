package dev.ashlar.testing.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** An open file, or a folder that is opened to be forced. A gathering write takes one buffer. */
final class DiskChannel extends FileChannel {
  private final SimulatedDisk disk;
  private final DiskPath path;
  private final Inode inode;
  private final boolean appends;
  private int at;

  DiskChannel(SimulatedDisk disk, DiskPath path, Inode inode, boolean appends) {
    this.disk = disk;
    this.path = path;
    this.inode = inode;
    this.appends = appends;
  }

  @Override
  public int read(ByteBuffer to) {
    int count = read(to, at);
    at += Math.max(0, count);
    return count;
  }

  @Override
  public long read(ByteBuffer[] to, int offset, int length) {
    return length == 0 ? 0 : read(to[offset]);
  }

  @Override
  public int read(ByteBuffer to, long position) {
    byte[] bytes = inode.written();
    if (position >= bytes.length) {
      return -1;
    }
    int count = (int) Math.min(to.remaining(), bytes.length - position);
    to.put(bytes, (int) position, count);
    return count;
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    int count = write(from, appends ? inode.written().length : at);
    at += count;
    return count;
  }

  @Override
  public long write(ByteBuffer[] from, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length; i++) {
      if (from[i].hasRemaining()) {
        return write(from[i]);
      }
    }
    return 0;
  }

  @Override
  public int write(ByteBuffer from, long position) throws IOException {
    byte[] bytes = new byte[from.remaining()];
    from.duplicate().get(bytes);
    disk.write(path, inode, (int) position, bytes);
    from.position(from.limit());
    return bytes.length;
  }

  @Override
  public long position() {
    return at;
  }

  @Override
  public FileChannel position(long position) {
    at = (int) position;
    return this;
  }

  @Override
  public long size() {
    return inode.written().length;
  }

  @Override
  public FileChannel truncate(long length) throws IOException {
    disk.truncate(path, inode, (int) length);
    at = (int) Math.min(at, length);
    return this;
  }

  @Override
  public void force(boolean metadata) throws IOException {
    disk.force(path, inode);
  }

  @Override
  public FileLock lock(long position, long length, boolean shared) {
    return new Lock(this, position, length, shared);
  }

  @Override
  public FileLock tryLock(long position, long length, boolean shared) {
    return lock(position, length, shared);
  }

  /** Nobody else is there to be kept out: the disk belongs to one process. */
  private static final class Lock extends FileLock {
    private boolean valid = true;

    Lock(FileChannel channel, long position, long length, boolean shared) {
      super(channel, position, length, shared);
    }

    @Override
    public boolean isValid() {
      return valid && acquiredBy().isOpen();
    }

    @Override
    public void release() {
      valid = false;
    }
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel target) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long position, long count) {
    throw new UnsupportedOperationException();
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long size) {
    throw new UnsupportedOperationException();
  }

  @Override
  protected void implCloseChannel() {}
}
