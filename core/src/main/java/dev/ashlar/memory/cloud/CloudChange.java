package dev.ashlar.memory.cloud;

/** A change of what the cloud holds. */
public sealed interface CloudChange {
  /** Which object. */
  StoredObject.Name name();

  /**
   * The object is now so.
   *
   * @param object the object
   */
  record Put(StoredObject object) implements CloudChange {
    @Override
    public StoredObject.Name name() {
      return object.name();
    }
  }

  /**
   * The object is not there any more.
   *
   * @param name which one
   */
  record Remove(StoredObject.Name name) implements CloudChange {}
}
