package dev.ashlar.graph;

import dev.ashlar.blueprint.ImportDeclaration;
import dev.ashlar.blueprint.LocalDeclaration;
import dev.ashlar.blueprint.LookupDeclaration;
import dev.ashlar.blueprint.OutputDeclaration;
import dev.ashlar.blueprint.ResourceDeclaration;
import dev.ashlar.schema.ConfigurationSchema;
import dev.ashlar.schema.ResourceSchema;
import java.util.List;
import java.util.Optional;

/** One declaration, checked and compiled. */
public sealed interface Node {
  /** Which declaration. */
  NodeId id();

  /** What must be evaluated before it, without repetition, in stable order. */
  List<NodeId> dependsOn();

  /**
   * A named value.
   *
   * @param declaration as declared
   * @param value its value
   * @param dependsOn what must be evaluated before
   */
  record LocalNode(LocalDeclaration declaration, CompiledTerm value, List<NodeId> dependsOn)
      implements Node {
    @Override
    public NodeId id() {
      return new NodeId(NodeId.Kind.LOCAL, declaration.name());
    }
  }

  /**
   * A configuration of a provider; there is one for each name that is used, declared or not.
   *
   * @param name the name that resources refer to
   * @param provider the provider's name
   * @param schema what it takes
   * @param configuration blueprint and environment merged
   * @param dependsOn what must be evaluated before
   */
  record ProviderNode(
      String name,
      String provider,
      ConfigurationSchema schema,
      CompiledTerm configuration,
      List<NodeId> dependsOn)
      implements Node {
    @Override
    public NodeId id() {
      return new NodeId(NodeId.Kind.PROVIDER, name);
    }
  }

  /**
   * Another environment's outputs.
   *
   * @param declaration as declared
   */
  record ImportNode(ImportDeclaration declaration) implements Node {
    @Override
    public NodeId id() {
      return new NodeId(NodeId.Kind.IMPORT, declaration.name());
    }

    @Override
    public List<NodeId> dependsOn() {
      return List.of();
    }
  }

  /**
   * Objects that are read.
   *
   * @param declaration as declared
   * @param schema the type's schema
   * @param provider the configuration that serves it
   * @param where attributes that must be equal
   * @param dependsOn what must be evaluated before
   */
  record LookupNode(
      LookupDeclaration declaration,
      ResourceSchema schema,
      NodeId provider,
      CompiledTerm where,
      List<NodeId> dependsOn)
      implements Node {
    @Override
    public NodeId id() {
      return new NodeId(NodeId.Kind.LOOKUP, declaration.name());
    }
  }

  /**
   * A resource.
   *
   * @param declaration as declared
   * @param schema the type's schema
   * @param provider the configuration that serves it
   * @param properties what is set
   * @param when whether it is part of the graph: with {@code forEach}, all its instances or none
   * @param forEach its instances
   * @param preventDestroy whether deleting or replacing it is refused
   * @param dependsOn what must be evaluated before: references and {@code dependsOn}
   */
  record ResourceNode(
      ResourceDeclaration declaration,
      ResourceSchema schema,
      NodeId provider,
      CompiledTerm properties,
      Optional<CompiledTerm> when,
      Optional<CompiledTerm> forEach,
      Optional<CompiledTerm> preventDestroy,
      List<NodeId> dependsOn)
      implements Node {
    @Override
    public NodeId id() {
      return new NodeId(NodeId.Kind.RESOURCE, declaration.name());
    }
  }

  /**
   * A value shown to the outside.
   *
   * @param declaration as declared
   * @param value its value
   * @param dependsOn what must be evaluated before
   */
  record OutputNode(OutputDeclaration declaration, CompiledTerm value, List<NodeId> dependsOn)
      implements Node {
    @Override
    public NodeId id() {
      return new NodeId(NodeId.Kind.OUTPUT, declaration.name());
    }
  }
}
