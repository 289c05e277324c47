package dev.ashlar.testing.disk;

/**
 * Something that changes a disk.
 *
 * @param kind what
 * @param path to which file or folder
 */
public record DiskOperation(Kind kind, String path) {
  /** The kinds of operations. */
  public enum Kind {
    /** Bytes are written. */
    WRITE,
    /** A file is cut. */
    TRUNCATE,
    /** A file's bytes are made durable. */
    FORCE,
    /** A folder's names are made durable. */
    FORCE_FOLDER,
    /** A file or a folder is made. */
    MAKE,
    /** A file gets a second name. */
    LINK,
    /** A file gets another name. */
    MOVE,
    /** A name goes away. */
    DELETE
  }
}
