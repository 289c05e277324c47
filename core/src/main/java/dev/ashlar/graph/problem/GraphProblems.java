package dev.ashlar.graph.problem;

import dev.ashlar.diagnostic.Code;
import java.util.List;

/** What can be wrong with a blueprint as a whole. */
public final class GraphProblems {
  /** No name, or a reserved one. */
  public static final Code BAD_NAME =
      Code.error(
          "graph.bad-name",
          "A name cannot be used",
          "Names are letters, digits and underscores and do not begin with a digit. The roots of"
              + " expressions (params, env, flags, locals, each, resources) and the reserved words"
              + " of the expression language cannot name a resource, component, lookup or import,"
              + " for an expression could not tell them apart.");

  /** One name for two things. */
  public static final Code DUPLICATE_NAME =
      Code.error(
          "graph.duplicate-name",
          "A name is used twice",
          "Resources, components, lookups and imports share one namespace, because expressions"
              + " refer to all of them by their name alone. Rename one of the two.");

  /** No such configuration of a provider. */
  public static final Code UNKNOWN_PROVIDER =
      Code.error(
          "graph.unknown-provider",
          "There is no such provider or configuration of one",
          "The name under \"provider\" or \"providers\" is a provider's, or a provider's and the"
              + " name of a second configuration after a dot: aws, aws.replica.");

  /** A configuration of another provider. */
  public static final Code WRONG_PROVIDER =
      Code.error(
          "graph.wrong-provider",
          "A type is served by another provider",
          "Each type belongs to one provider, and only a configuration of that provider serves"
              + " it.");

  /** Several configurations and none chosen. */
  public static final Code AMBIGUOUS_PROVIDER =
      Code.error(
          "graph.ambiguous-provider",
          "It is not said which configuration of a provider serves this",
          "The provider has several configurations and none without a name of its own, which would"
              + " be the default. Say which one with \"provider\".");

  /** Nested too deep. */
  public static final Code TOO_DEEP =
      Code.error(
          "graph.too-deep",
          "A value is nested too deep",
          "No cloud takes values that are nested so deep. Most often something generated went round"
              + " in circles.");

  /** A value that its expressions make too large. */
  public static final Code TOO_LARGE =
      Code.error(
          "graph.too-large",
          "A value is too large",
          "Values that hold other values several times grow fast: twenty that each hold the one"
              + " before twice make a million copies. Nothing real needs such a value; pass on less"
              + " of it.");

  /** Something that is no text inside a text. */
  public static final Code NOT_TEXT =
      Code.error(
          "graph.not-text",
          "Only texts, booleans and numbers can stand inside a text",
          "A text with expressions in it cannot hold null, a list or a map, for they have no one"
              + " written form. Use join() or jsonEncode(), or make the expression the whole"
              + " value.");

  /** A cycle. */
  public static final Code CYCLE =
      Code.error(
          "graph.cycle",
          "Declarations depend on each other in a circle",
          "Each thing is made after all that it refers to, so none of these could be the first."
              + " Take one of the references away, or cut one resource into two.");

  /** A declaration that reads itself. */
  public static final Code SELF_REFERENCE =
      Code.error(
          "graph.self-reference",
          "A declaration refers to itself",
          "What a declaration says is worked out before it exists, so it cannot read its own"
              + " result.");

  /** dependsOn what does not exist. */
  public static final Code UNKNOWN_DEPENDENCY =
      Code.error(
          "graph.unknown-dependency",
          "A dependency does not exist",
          "\"dependsOn\" lists names of resources, components and lookups of the same document.");

  /** A write-only property that is read. */
  public static final Code WRITE_ONLY =
      Code.error(
          "graph.write-only",
          "A write-only property is read",
          "The cloud takes the value and never gives it back, and the engine keeps none. Refer to"
              + " where the value comes from, such as the parameter.");

  /** No instance of this key. */
  public static final Code UNKNOWN_INSTANCE =
      Code.error(
          "graph.unknown-instance",
          "An instance does not exist",
          "With \"forEach\" a name stands for all instances, as a map by key:"
              + " NAME[\"KEY\"].Attribute reads one, NAME.map(k, NAME[k].Attribute) reads all.");

  /** A term of a type that cannot decide. */
  public static final Code NOT_BOOLEAN =
      Code.error(
          "graph.not-boolean",
          "A condition is neither true nor false",
          "\"when\" and \"preventDestroy\" take true, false, or an expression that is one of the"
              + " two.");

  /** Not iterable. */
  public static final Code BAD_FOR_EACH =
      Code.error(
          "graph.bad-for-each",
          "Instances cannot be made from this",
          "\"forEach\" takes a list of texts or a map: each text or key makes one instance, whose"
              + " address has it.");

  /** The same key twice. */
  public static final Code DUPLICATE_KEY =
      Code.error(
          "graph.duplicate-key",
          "Two instances have the same key",
          "Each key makes one instance, and its address is made from the key alone. Take the"
              + " repetition away, or use distinct().");

  /** A secret where everybody sees it. */
  public static final Code SECRET_EXPOSED =
      Code.error(
          "graph.secret-exposed",
          "A secret would be seen",
          "Names, instance keys, conditions, the place where objects live, and outputs that are not"
              + " sensitive appear in plans, states and logs; a secret may not become part of"
              + " them.");

  /** ignoreChanges of what is not there. */
  public static final Code UNKNOWN_PROPERTY =
      Code.error(
          "graph.unknown-property",
          "A property does not exist",
          "The path under \"ignoreChanges\" leads through the properties of the type's schema.");

  /** Two that cannot be at once. */
  public static final Code FIXED_IDENTITY =
      Code.error(
          "graph.fixed-identity",
          "The new object cannot be made before the old one is gone",
          "The properties that identify the object are all fixed, so the old and the new one would"
              + " have the same identity at the same time, which no cloud allows. Leave the name"
              + " out so that one is made, or leave \"createBeforeDestroy\" out.");

  /** A type that the provider describes and cannot make. */
  public static final Code NOT_PROVISIONABLE =
      Code.error(
          "graph.not-provisionable",
          "The provider knows the type and cannot make such an object",
          "The type's schema lists no operation that makes or reads an object: the cloud offers"
              + " none that could be called. What to do instead is said with the type, see"
              + " \"ashlar schema TYPE\".");

  /** moved that says nothing sensible. */
  public static final Code BAD_MOVED =
      Code.error(
          "graph.bad-moved",
          "Something cannot have moved like this",
          "\"moved\" says that objects have another address now: \"from\" is declared no more,"
              + " \"to\" is declared, both are one instance or both are all instances, and nothing"
              + " moves twice, in a circle, or to where something else moves.");

  /** Components, which do not exist yet. */
  public static final Code COMPONENTS_LATER =
      Code.error(
          "graph.components-later",
          "Components cannot be used yet",
          "This version of the engine reads components and does not expand templates. Declare the"
              + " resources themselves.");

  /** Mocks, which do not exist yet. */
  public static final Code MOCKS_LATER =
      Code.error(
          "graph.mocks-later",
          "Mocks cannot be used yet",
          "This version of the engine reads mocks and does not serve them. Nothing is planned,"
              + " since real resources would be made where mocks are wanted.");

  /** Something that is read and has no effect yet. */
  public static final Code NO_EFFECT_YET =
      Code.warning(
          "graph.no-effect-yet",
          "Something in the environment has no effect yet",
          "The document is sound, but this version of the engine does not act on this part of it."
              + " Do not rely on it while this warning is there.");

  /** A parameter that nothing reads. */
  public static final Code UNUSED_PARAMETER =
      Code.warning(
          "graph.unused-parameter",
          "A parameter is not used",
          "No expression reads it, so its value changes nothing. Often a name is misspelt"
              + " somewhere, or the parameter is left over.");

  /** Every code of this floor. */
  public static final List<Code> ALL =
      List.of(
          BAD_NAME,
          DUPLICATE_NAME,
          UNKNOWN_PROVIDER,
          WRONG_PROVIDER,
          AMBIGUOUS_PROVIDER,
          TOO_DEEP,
          TOO_LARGE,
          NOT_TEXT,
          CYCLE,
          SELF_REFERENCE,
          UNKNOWN_DEPENDENCY,
          WRITE_ONLY,
          UNKNOWN_INSTANCE,
          NOT_BOOLEAN,
          BAD_FOR_EACH,
          DUPLICATE_KEY,
          SECRET_EXPOSED,
          UNKNOWN_PROPERTY,
          FIXED_IDENTITY,
          NOT_PROVISIONABLE,
          BAD_MOVED,
          COMPONENTS_LATER,
          MOCKS_LATER,
          NO_EFFECT_YET,
          UNUSED_PARAMETER);

  private GraphProblems() {}
}
