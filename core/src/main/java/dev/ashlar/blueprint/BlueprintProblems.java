package dev.ashlar.blueprint;

import dev.ashlar.diagnostic.Code;
import java.util.List;

/**
 * The kinds of problems that a blueprint can have by itself, before any schema is asked.
 *
 * @since 0.1
 */
public final class BlueprintProblems {
  /** A value has the wrong type. */
  public static final Code WRONG_TYPE =
      Code.error(
          "blueprint.wrong-type",
          "A value has the wrong type",
          "Something else is expected here: a map, a list, a text, a number or a boolean. A "
              + "text that looks like a number or a boolean needs quotes where no text is "
              + "expected.");

  /** A key is not known here. */
  public static final Code UNKNOWN_KEY =
      Code.error(
          "blueprint.unknown-key",
          "A key is not known here",
          "Keys that mean nothing are refused, for a misspelt one would silently do "
              + "nothing. Look at the spelling and at the level of indentation.");

  /** A required key is missing. */
  public static final Code MISSING_KEY =
      Code.error(
          "blueprint.missing-key",
          "A required key is missing",
          "Without it the declaration says too little.");

  /** The apiVersion is not supported. */
  public static final Code WRONG_API_VERSION =
      Code.error(
          "blueprint.wrong-api-version",
          "The apiVersion is not supported",
          "Documents of this engine say \"apiVersion: ashlar.dev/v1\".");

  /** The kind of document is not the expected one. */
  public static final Code WRONG_KIND =
      Code.error(
          "blueprint.wrong-kind",
          "The kind of document is not the expected one",
          "A document is a Blueprint, an Environment, a Template, a PolicyPack, a PolicyTest"
              + " or Roles, and each "
              + "place takes only some of them.");

  /** A word is not among those allowed here. */
  public static final Code NOT_ALLOWED =
      Code.error(
          "blueprint.not-allowed",
          "A word is not among those allowed here",
          "A closed list of words is allowed here.");

  /** A name is not well formed. */
  public static final Code BAD_NAME =
      Code.error(
          "blueprint.bad-name",
          "A name is not well formed",
          "Names are used in expressions and addresses. They begin with a letter or an "
              + "underscore and go on with letters, digits and underscores: no hyphens, no dots.");

  /** A name of a document is not well formed. */
  public static final Code BAD_TITLE =
      Code.error(
          "blueprint.bad-title",
          "A name of a document is not well formed",
          "The names of blueprints, environments and tenants become parts of paths and of "
              + "generated names: letters, digits, dots, underscores and hyphens, beginning with "
              + "a letter or a digit, at most 128 characters.");

  /** A name is reserved. */
  public static final Code RESERVED_NAME =
      Code.error(
          "blueprint.reserved-name",
          "A name is reserved",
          "The name has a meaning of its own in expressions: a root (params, env, flags, "
              + "locals, each, resources) or a word that the expression language keeps for "
              + "itself. Put an underscore behind it.");

  /** A name is used twice. */
  public static final Code NAME_CLASH =
      Code.error(
          "blueprint.name-clash",
          "A name is used twice",
          "Resources, components, lookups and imports share one namespace, for an "
              + "expression refers to all of them by bare name. Rename one of them.");

  /** A version is not a semantic version. */
  public static final Code BAD_VERSION =
      Code.error(
          "blueprint.bad-version",
          "A version is not a semantic version",
          "Versions are three numbers, MAJOR.MINOR.PATCH, with an optional pre-release: "
              + "1.4.0, 2.0.0-rc.1.");

  /** An expression stands where none is allowed. */
  public static final Code EXPRESSION_NOT_ALLOWED =
      Code.error(
          "blueprint.expression-not-allowed",
          "An expression stands where none is allowed",
          "Names, types, keys and what the engine must know before it evaluates anything "
              + "are literal. Expressions are for values: properties, locals, when, forEach, "
              + "preventDestroy, provider configurations, outputs. Write $${ for a literal ${.");

  /** A literal has company. */
  public static final Code BAD_LITERAL =
      Code.error(
          "blueprint.bad-literal",
          "A literal has company",
          "{ $literal: … } is copied unread and stands alone in its map. Other keys that "
              + "begin with $ are ordinary.");

  /** A parameter's declaration contradicts itself. */
  public static final Code BAD_PARAMETER =
      Code.error(
          "blueprint.bad-parameter",
          "A parameter's declaration contradicts itself",
          "Constraints belong to types (minimum to numbers, pattern to strings, items to "
              + "lists and maps, properties to objects), a least is not above a most, and a "
              + "default obeys what is declared.");

  /** A pattern is not a regular expression. */
  public static final Code BAD_PATTERN =
      Code.error(
          "blueprint.bad-pattern",
          "A pattern is not a regular expression",
          "The pattern cannot be compiled. Escape the characters that mean something in "
              + "regular expressions; in YAML single quotes leave backslashes alone.");

  /** A path of a property is not well formed. */
  public static final Code BAD_PATH =
      Code.error(
          "blueprint.bad-path",
          "A path of a property is not well formed",
          "A path names a property as it stands in the resource, and what lies inside it: "
              + "Tags, Tags[0].Value, Policy[\"a b\"], or an RFC 6901 pointer such as /Tags/0.");

  /** An address is not well formed. */
  public static final Code BAD_ADDRESS =
      Code.error(
          "blueprint.bad-address",
          "An address is not well formed",
          "An address is a name, with a key in brackets where there are instances, and "
              + "slashes below components: uploads, uploads[\"a\"], net/subnet[\"a\"]. Put it in "
              + "single quotes in YAML.");

  /** A move is not possible. */
  public static final Code BAD_MOVED =
      Code.error(
          "blueprint.bad-moved",
          "A move is not possible",
          "A move goes from an address that is no longer declared to one that is: from one "
              + "instance to another, or from a whole to a whole, each address once.");

  /** A name is not declared. */
  public static final Code UNKNOWN_NAME =
      Code.error(
          "blueprint.unknown-name",
          "A name is not declared",
          "Nothing of this name is declared in the document.");

  /** A provider configuration is not declared. */
  public static final Code UNKNOWN_PROVIDER =
      Code.error(
          "blueprint.unknown-provider",
          "A provider configuration is not declared",
          "A resource names a second configuration of a provider (aws.replica) that does "
              + "not stand under providers.");

  /** A template is not named well. */
  public static final Code BAD_TEMPLATE =
      Code.error(
          "blueprint.bad-template",
          "A template is not named well",
          "A template is named as NAME@RANGE, such as ashlar/network@^1.");

  /** A forEach cannot make instances. */
  public static final Code BAD_FOR_EACH =
      Code.error(
          "blueprint.bad-for-each",
          "A forEach cannot make instances",
          "forEach takes a list of texts without repetitions, or a map; each text or key "
              + "names one instance.");

  private BlueprintProblems() {}

  /** All of them, for explanations. */
  public static List<Code> all() {
    return List.of(
        WRONG_TYPE,
        UNKNOWN_KEY,
        MISSING_KEY,
        WRONG_API_VERSION,
        WRONG_KIND,
        NOT_ALLOWED,
        BAD_NAME,
        BAD_TITLE,
        RESERVED_NAME,
        NAME_CLASH,
        BAD_VERSION,
        EXPRESSION_NOT_ALLOWED,
        BAD_LITERAL,
        BAD_PARAMETER,
        BAD_PATTERN,
        BAD_PATH,
        BAD_ADDRESS,
        BAD_MOVED,
        UNKNOWN_NAME,
        UNKNOWN_PROVIDER,
        BAD_TEMPLATE,
        BAD_FOR_EACH);
  }
}
