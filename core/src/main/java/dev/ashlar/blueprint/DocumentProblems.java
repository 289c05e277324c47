package dev.ashlar.blueprint;

import dev.ashlar.diagnostic.Code;
import java.util.List;

/**
 * The kinds of problems that a document can have as a text, whatever it declares.
 *
 * @since 0.1
 */
public final class DocumentProblems {
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

  private DocumentProblems() {}

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
        TOO_MANY_PROBLEMS);
  }
}
