package dev.ashlar.connector.discovery;

/** Providers that a jar may list. */
public final class Listed {
  private Listed() {}

  /** One that works. */
  public static final class Working extends Acme {
    /** For the service loader. */
    public Working() {
      super("working", "working::", "working::Thing");
    }
  }

  /** One whose constructor throws. */
  public static final class Throwing extends Acme {
    /** For the service loader. */
    public Throwing() {
      super("throwing", "throwing::");
      throw new IllegalStateException("password=hunter2");
    }
  }

  /** One that does not describe itself. */
  public static final class Silent extends Acme {
    /** For the service loader. */
    public Silent() {
      super("silent", "silent::");
    }

    @Override
    public Descriptor descriptor() {
      throw new UnsupportedOperationException();
    }
  }

  /** One whose description is null. */
  public static final class Nameless extends Acme {
    /** For the service loader. */
    public Nameless() {
      super("nameless", "nameless::");
    }

    @Override
    public Descriptor descriptor() {
      return null;
    }
  }
}
