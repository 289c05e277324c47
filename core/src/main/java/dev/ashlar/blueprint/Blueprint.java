package dev.ashlar.blueprint;

import dev.ashlar.blueprint.reading.BlueprintReader;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What is to exist, as data: the same whether read from YAML or JSON, drawn, or composed in Java.
 * Every collection keeps the order of the document.
 *
 * @since 0.1
 */
public final class Blueprint {
  private final String name;
  private final String version;
  private final Map<String, ParameterDeclaration> parameters;
  private final Map<String, FlagDeclaration> flags;
  private final Map<String, LocalDeclaration> locals;
  private final Map<String, ProviderDeclaration> providers;
  private final Map<String, LookupDeclaration> lookups;
  private final Map<String, ImportDeclaration> imports;
  private final Map<String, ResourceDeclaration> resources;
  private final Map<String, ComponentDeclaration> components;
  private final List<MovedDeclaration> moved;
  private final Map<String, OutputDeclaration> outputs;
  private final Place place;

  private Blueprint(Builder b) {
    name = b.name;
    version = b.version;
    parameters = b.parameters.shared();
    flags = b.flags.shared();
    locals = b.locals.shared();
    providers = b.providers.shared();
    lookups = b.lookups.shared();
    imports = b.imports.shared();
    resources = b.resources.shared();
    components = b.components.shared();
    moved = List.copyOf(b.moved);
    outputs = b.outputs.shared();
    place = b.place;
  }

  /** Reads a document of kind Blueprint, YAML or JSON, within the standard limits. */
  public static Checked<Blueprint> read(Source source) {
    return read(source, ReadLimits.STANDARD);
  }

  /** Reads a document of kind Blueprint, YAML or JSON: every structural problem at once. */
  public static Checked<Blueprint> read(Source source, ReadLimits limits) {
    return BlueprintReader.read(source, limits);
  }

  /** Starts to compose a blueprint. */
  public static Builder named(String name) {
    return new Builder(name);
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** Its version; {@code 0.0.0} where it has none. */
  public String version() {
    return version;
  }

  /** Its parameters, by name. */
  public Map<String, ParameterDeclaration> parameters() {
    return parameters;
  }

  /** Its flags, by name. */
  public Map<String, FlagDeclaration> flags() {
    return flags;
  }

  /** Its named values, by name. */
  public Map<String, LocalDeclaration> locals() {
    return locals;
  }

  /** Its configurations of providers, by the name that resources refer to. */
  public Map<String, ProviderDeclaration> providers() {
    return providers;
  }

  /** What is read and never managed, by name. */
  public Map<String, LookupDeclaration> lookups() {
    return lookups;
  }

  /** Other environments whose outputs are used, by name. */
  public Map<String, ImportDeclaration> imports() {
    return imports;
  }

  /** Its resources, by name. */
  public Map<String, ResourceDeclaration> resources() {
    return resources;
  }

  /** Its instances of templates, by name. */
  public Map<String, ComponentDeclaration> components() {
    return components;
  }

  /** What has another address now. */
  public List<MovedDeclaration> moved() {
    return moved;
  }

  /** What it shows to the outside, by name. */
  public Map<String, OutputDeclaration> outputs() {
    return outputs;
  }

  /** Where it stands. */
  public Place place() {
    return place;
  }

  /** A builder that holds everything this blueprint has. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  @Override
  public String toString() {
    return name + "@" + version;
  }

  /** Composes a blueprint. For one thread. */
  public static final class Builder {
    private final String name;
    private String version = "0.0.0";
    private final Declarations<ParameterDeclaration> parameters;
    private final Declarations<FlagDeclaration> flags;
    private final Declarations<LocalDeclaration> locals;
    private final Declarations<ProviderDeclaration> providers;
    private final Declarations<LookupDeclaration> lookups;
    private final Declarations<ImportDeclaration> imports;
    private final Declarations<ResourceDeclaration> resources;
    private final Declarations<ComponentDeclaration> components;
    private final List<MovedDeclaration> moved = new ArrayList<>();
    private final Declarations<OutputDeclaration> outputs;
    private Place place;

    private Builder(String name) {
      this.name = name;
      this.place = Place.inCode(name);
      this.parameters = new Declarations<>();
      this.flags = new Declarations<>();
      this.locals = new Declarations<>();
      this.providers = new Declarations<>();
      this.lookups = new Declarations<>();
      this.imports = new Declarations<>();
      this.resources = new Declarations<>();
      this.components = new Declarations<>();
      this.outputs = new Declarations<>();
    }

    private Builder(Blueprint from) {
      this.name = from.name;
      this.version = from.version;
      this.place = from.place;
      this.parameters = new Declarations<>(from.parameters);
      this.flags = new Declarations<>(from.flags);
      this.locals = new Declarations<>(from.locals);
      this.providers = new Declarations<>(from.providers);
      this.lookups = new Declarations<>(from.lookups);
      this.imports = new Declarations<>(from.imports);
      this.resources = new Declarations<>(from.resources);
      this.components = new Declarations<>(from.components);
      this.moved.addAll(from.moved);
      this.outputs = new Declarations<>(from.outputs);
    }

    /** Its version, semantic. */
    public Builder version(String text) {
      version = text;
      return this;
    }

    /** Where it stands. */
    public Builder place(Place where) {
      place = where;
      return this;
    }

    /** Adds a parameter. */
    public Builder addParameter(ParameterDeclaration declaration) {
      parameters.put(declaration.attribute().name(), declaration);
      return this;
    }

    /** Adds a flag. */
    public Builder addFlag(FlagDeclaration declaration) {
      flags.put(declaration.name(), declaration);
      return this;
    }

    /** Adds a named value. */
    public Builder addLocal(LocalDeclaration declaration) {
      locals.put(declaration.name(), declaration);
      return this;
    }

    /** Adds a configuration of a provider. */
    public Builder addProvider(ProviderDeclaration declaration) {
      providers.put(declaration.name(), declaration);
      return this;
    }

    /** Adds a lookup. */
    public Builder addLookup(LookupDeclaration declaration) {
      lookups.put(declaration.name(), declaration);
      return this;
    }

    /** Adds another environment whose outputs are used. */
    public Builder addImport(ImportDeclaration declaration) {
      imports.put(declaration.name(), declaration);
      return this;
    }

    /** Adds a resource. */
    public Builder addResource(ResourceDeclaration declaration) {
      resources.put(declaration.name(), declaration);
      return this;
    }

    /**
     * Adds resources.
     *
     * @throws IllegalArgumentException if there is one of the same name
     */
    public Builder add(Declared... declared) {
      for (Declared one : declared) {
        ResourceDeclaration declaration = one.declare().declaration();
        if (resources.has(declaration.name())) {
          throw new IllegalArgumentException(
              "there is a resource " + declaration.name() + " already");
        }
        addResource(declaration);
      }
      return this;
    }

    /**
     * Adds a resource with what its properties do not say: life cycle, canvas element, provider.
     *
     * @throws IllegalArgumentException if there is one of the same name
     */
    public Builder add(Declared declared, UnaryOperator<Resource> more) {
      return add(more.apply(declared.declare()));
    }

    /** Shows a value to the outside; one that may hold a secret needs {@link #secretOutput}. */
    public Builder output(String output, Input<?> value) {
      CallSite here = CallSite.here();
      return addOutput(new OutputDeclaration(output, here.place(value.term()), false, "", here));
    }

    /** Shows a value to the outside that may hold a secret. */
    public Builder secretOutput(String output, Input<?> value) {
      CallSite here = CallSite.here();
      return addOutput(new OutputDeclaration(output, here.place(value.term()), true, "", here));
    }

    /** Takes a resource out; nothing happens where there is none of this name. */
    public Builder removeResource(String resource) {
      resources.remove(resource);
      return this;
    }

    /** Adds an instance of a template. */
    public Builder addComponent(ComponentDeclaration declaration) {
      components.put(declaration.name(), declaration);
      return this;
    }

    /** Adds that something has another address now. */
    public Builder addMoved(MovedDeclaration declaration) {
      moved.add(declaration);
      return this;
    }

    /** Adds what is shown to the outside. */
    public Builder addOutput(OutputDeclaration declaration) {
      outputs.put(declaration.name(), declaration);
      return this;
    }

    /** The blueprint as composed so far. */
    public Blueprint build() {
      return new Blueprint(this);
    }
  }
}
