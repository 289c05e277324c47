package dev.ashlar.processor;

import java.util.List;
import java.util.Locale;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * A component of a record, as a draft needs to know it.
 *
 * @param method what it is called in Java
 * @param name what the cloud calls it
 * @param type its type
 * @param readable whether it can be referred to
 * @param settable whether the user can set it
 * @param references what it refers to
 */
record Component(
    String method,
    String name,
    TypeMirror type,
    boolean readable,
    boolean settable,
    List<TypeElement> references) {

  static Component of(RecordComponentElement element, String naming) {
    Annotations property = Annotations.of(element, Api.PROPERTY);
    String java = element.getSimpleName().toString();
    String name = property.text("name");
    return new Component(
        // The only method of a draft that is no property.
        java.equals("declare") ? "declare_" : java,
        name.isEmpty() ? named(java, naming) : name,
        element.asType(),
        !property.flag("writeOnly"),
        !property.flag("computed"),
        property.types("references"));
  }

  static List<Component> of(TypeElement type, String naming) {
    return type.getRecordComponents().stream().map(each -> of(each, naming)).toList();
  }

  /** As the library's own naming does it. */
  private static String named(String java, String naming) {
    return switch (naming) {
      case "PASCAL_CASE" -> java.substring(0, 1).toUpperCase(Locale.ROOT) + java.substring(1);
      case "SNAKE_CASE" -> java.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
      default -> java;
    };
  }
}
