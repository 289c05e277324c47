package dev.ashlar.blueprint;

import dev.ashlar.diagnostic.Code;
import java.util.List;

/**
 * The kinds of problems that a document can have by itself, before any schema is asked.
 *
 * @since 0.1
 */
public final class BlueprintProblems {
  /** The file cannot be read. */
  public static final Code UNREADABLE_FILE =
      Code.error(
          "blueprint.unreadable-file",
          "The file cannot be read",
          "A document is named that is not there, is a directory, or may not be read by "
              + "this user. Look at the path (it is relative to the document that names it, or to "
              + "the directory of the process) and at the permissions.");

  /** The document is too large. */
  public static final Code TOO_LARGE =
      Code.error(
          "blueprint.too-large",
          "The document is too large",
          "Documents are limited in size (64 MiB unless the reader says otherwise), for a "
              + "service reads what its users send. Split the document into environments and "
              + "templates, or read it with higher limits.");

  /** The document is not UTF-8. */
  public static final Code NOT_UTF8 =
      Code.error(
          "blueprint.not-utf8",
          "The document is not UTF-8",
          "Documents are UTF-8, with or without a byte order mark. The location is that of "
              + "the first byte which is not. Save the file as UTF-8.");

  /** A control character stands in the document. */
  public static final Code CONTROL_CHARACTER =
      Code.error(
          "blueprint.control-character",
          "A control character stands in the document",
          "YAML allows no control characters but tab and line breaks, and most of them come "
              + "from a broken copy. Take it out; where it is meant, write it as an escape "
              + "(\\u0007) in double quotes.");

  /** The document is empty. */
  public static final Code EMPTY_DOCUMENT =
      Code.error(
          "blueprint.empty-document",
          "The document is empty",
          "There is nothing but space and comments in it. A blueprint begins with "
              + "apiVersion and kind.");

  /** This is not YAML. */
  public static final Code YAML_SYNTAX =
      Code.error(
          "blueprint.yaml-syntax",
          "This is not YAML",
          "The text breaks YAML's grammar at the location given: mostly by indentation, a "
              + "tab, a missing colon or quote, or a text that begins with a character which YAML "
              + "keeps for itself and that therefore needs quotes.");

  /** This is not JSON. */
  public static final Code JSON_SYNTAX =
      Code.error(
          "blueprint.json-syntax",
          "This is not JSON",
          "The text breaks JSON's grammar at the location given: mostly by a missing or "
              + "superfluous comma, single quotes, a comment, or a bracket that is never closed.");

  /** The file holds several documents. */
  public static final Code SEVERAL_DOCUMENTS =
      Code.error(
          "blueprint.several-documents",
          "The file holds several documents",
          "One file is one document, so that a location and a digest mean one thing. Put "
              + "each into a file of its own.");

  /** A key is set twice. */
  public static final Code DUPLICATE_KEY =
      Code.error(
          "blueprint.duplicate-key",
          "A key is set twice",
          "The same key stands twice in one map. One of the two would silently win, so "
              + "neither does. Take one out or rename it.");

  /** A merge key is used. */
  public static final Code MERGE_KEY =
      Code.error(
          "blueprint.merge-key",
          "A merge key is used",
          "The merge key << belongs to YAML 1.1 and hides where a value comes from. Repeat "
              + "the keys, or compute what is shared with a local and the function merge.");

  /** A YAML tag is used. */
  public static final Code CUSTOM_TAG =
      Code.error(
          "blueprint.custom-tag",
          "A YAML tag is used",
          "Only the tags of YAML's core schema mean something here (!!str forces a text). "
              + "Intrinsic functions of other tools, such as !Ref, are written as expressions: "
              + "${key.Arn}.");

  /** A key is not a text. */
  public static final Code KEY_NOT_TEXT =
      Code.error(
          "blueprint.key-not-text",
          "A key is not a text",
          "A key of a map is a text. Where braces or brackets belong to the text, put it in "
              + "quotes.");

  /** The document is nested too deeply. */
  public static final Code TOO_DEEP =
      Code.error(
          "blueprint.too-deep",
          "The document is nested too deeply",
          "Maps and lists are nested beyond the limit (200 levels unless the reader says "
              + "otherwise). No blueprint needs that; a document that does is broken, or an "
              + "attack.");

  /** Aliases repeat too much. */
  public static final Code TOO_MANY_ALIASES =
      Code.error(
          "blueprint.too-many-aliases",
          "Aliases repeat too much",
          "YAML aliases repeat what they name, and aliases of aliases multiply: a page "
              + "becomes gigabytes. They are counted, and there is a limit. Use forEach for what "
              + "is the same many times, and locals for values.");

  /** An alias stands inside what it names. */
  public static final Code RECURSIVE_ALIAS =
      Code.error(
          "blueprint.recursive-alias",
          "An alias stands inside what it names",
          "A value cannot contain itself. Move the anchor or write out what is meant.");

  /** An alias names nothing. */
  public static final Code UNKNOWN_ALIAS =
      Code.error(
          "blueprint.unknown-alias",
          "An alias names nothing",
          "A plain text that begins with * is an alias, and no anchor of that name stands "
              + "before it. A text such as *.example.com stands in quotes.");

  /** A number cannot be held. */
  public static final Code NUMBER_OUT_OF_RANGE =
      Code.error(
          "blueprint.number-out-of-range",
          "A number cannot be held",
          "Numbers are exact and finite, with at most 10,000 digits and a decimal exponent "
              + "within 10,000. Infinity and NaN are no values; in quotes they are texts.");

  /** There are more problems than are listed. */
  public static final Code TOO_MANY_PROBLEMS =
      Code.warning(
          "blueprint.too-many-problems",
          "There are more problems than are listed",
          "Only so many problems are told at once. Mend those, and look again.");

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
          "A document is a Blueprint, an Environment, a Template or a PolicyPack, and each "
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

  /** An expression is never closed. */
  public static final Code UNTERMINATED_EXPRESSION =
      Code.error(
          "blueprint.unterminated-expression",
          "An expression is never closed",
          "What ${ opens, } closes; quotes and braces inside are balanced. Write $${ for a "
              + "literal ${, or put a whole script under $literal.");

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

  /** Environments extend each other in a circle. */
  public static final Code EXTENDS_CYCLE =
      Code.error(
          "blueprint.extends-cycle",
          "Environments extend each other in a circle",
          "An environment takes over what its base says, and the base may have a base; the "
              + "chain must end.");

  /** A file reference is not possible. */
  public static final Code BAD_FILE_REFERENCE =
      Code.error(
          "blueprint.bad-file-reference",
          "A file reference is not possible",
          "Other documents are named relative to the document that names them, beginning "
              + "with ./ or ../; no absolute paths, and no links that lead out of the directory.");

  /** This is not available yet. */
  public static final Code NOT_AVAILABLE =
      Code.error(
          "blueprint.not-available",
          "This is not available yet",
          "The document uses something that this version of the engine cannot do yet.");

  /** The environment names no blueprint. */
  public static final Code NO_BLUEPRINT =
      Code.error(
          "blueprint.no-blueprint",
          "The environment names no blueprint",
          "Neither the environment nor what it extends says which blueprint it is of: "
              + "blueprint: ./orders.yaml.");

  /** A parameter is not declared. */
  public static final Code UNKNOWN_PARAMETER =
      Code.error(
          "blueprint.unknown-parameter",
          "A parameter is not declared",
          "The blueprint declares no parameter of this name, so setting it would do " + "nothing.");

  /** A flag is not declared. */
  public static final Code UNKNOWN_FLAG =
      Code.error(
          "blueprint.unknown-flag",
          "A flag is not declared",
          "The blueprint declares no flag of this name, so setting it would do nothing.");

  /** A parameter has no value. */
  public static final Code MISSING_PARAMETER =
      Code.error(
          "blueprint.missing-parameter",
          "A parameter has no value",
          "The parameter is required: it has no default and is not nullable. Set it in the "
              + "environment, or with --param NAME=VALUE.");

  /** A parameter's value is not allowed. */
  public static final Code BAD_VALUE =
      Code.error(
          "blueprint.bad-value",
          "A parameter's value is not allowed",
          "The value does not fit the type or the constraints that the blueprint declares "
              + "for the parameter.");

  /** A secret is given to a parameter that is not sensitive. */
  public static final Code SECRET_NOT_ALLOWED =
      Code.error(
          "blueprint.secret-not-allowed",
          "A secret is given to a parameter that is not sensitive",
          "A value of a parameter that is not declared sensitive appears in plans, states "
              + "and logs. Declare the parameter with sensitive: true, or give it in clear.");

  /** A secret reference is not well formed. */
  public static final Code BAD_SECRET =
      Code.error(
          "blueprint.bad-secret",
          "A secret reference is not well formed",
          "A secret is named as SCHEME:NAME, such as env:ORDERS_TOKEN or file:token.txt.");

  /** An edit is not possible. */
  public static final Code EDIT_REFUSED =
      Code.error(
          "blueprint.edit-refused",
          "An edit is not possible",
          "The edit names something that is not there, or would break the document.");

  private BlueprintProblems() {}

  /** All of them, for explanations. */
  public static List<Code> all() {
    return List.of(
        UNREADABLE_FILE,
        TOO_LARGE,
        NOT_UTF8,
        CONTROL_CHARACTER,
        EMPTY_DOCUMENT,
        YAML_SYNTAX,
        JSON_SYNTAX,
        SEVERAL_DOCUMENTS,
        DUPLICATE_KEY,
        MERGE_KEY,
        CUSTOM_TAG,
        KEY_NOT_TEXT,
        TOO_DEEP,
        TOO_MANY_ALIASES,
        RECURSIVE_ALIAS,
        UNKNOWN_ALIAS,
        NUMBER_OUT_OF_RANGE,
        TOO_MANY_PROBLEMS,
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
        UNTERMINATED_EXPRESSION,
        BAD_LITERAL,
        BAD_PARAMETER,
        BAD_PATTERN,
        BAD_PATH,
        BAD_ADDRESS,
        BAD_MOVED,
        UNKNOWN_NAME,
        UNKNOWN_PROVIDER,
        BAD_TEMPLATE,
        BAD_FOR_EACH,
        EXTENDS_CYCLE,
        BAD_FILE_REFERENCE,
        NOT_AVAILABLE,
        NO_BLUEPRINT,
        UNKNOWN_PARAMETER,
        UNKNOWN_FLAG,
        MISSING_PARAMETER,
        BAD_VALUE,
        SECRET_NOT_ALLOWED,
        BAD_SECRET,
        EDIT_REFUSED);
  }
}
