package dev.ashlar.schema;

/**
 * What can be done to a resource.
 *
 * @since 0.1
 */
public enum Operation {
  /** Make a new object. */
  CREATE,
  /** Look at an object. */
  READ,
  /** Change an object in place. */
  UPDATE,
  /** Remove an object. */
  DELETE,
  /** Find objects by their attributes. */
  LIST
}
