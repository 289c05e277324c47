package dev.ashlar.processor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;

/** Reads the members of an annotation that an author has written, by their names. */
final class Annotations {
  private final Optional<AnnotationMirror> mirror;

  private Annotations(Optional<AnnotationMirror> mirror) {
    this.mirror = mirror;
  }

  static Annotations of(Element element, String annotation) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (mirror.getAnnotationType().asElement() instanceof TypeElement type
          && type.getQualifiedName().contentEquals(annotation)) {
        return new Annotations(Optional.of(mirror));
      }
    }
    return new Annotations(Optional.empty());
  }

  String text(String member) {
    return value(member).map(String::valueOf).orElse("");
  }

  boolean flag(String member) {
    return value(member).filter(Boolean.TRUE::equals).isPresent();
  }

  /** The name of a constant; the empty text where the member is not written. */
  String constant(String member) {
    return value(member)
        .map(
            value ->
                value instanceof VariableElement constant
                    ? constant.getSimpleName().toString()
                    : "")
        .orElse("");
  }

  /** One class; empty where the member is not written or is no declared type. */
  Optional<TypeElement> type(String member) {
    return value(member).flatMap(Annotations::type);
  }

  List<TypeElement> types(String member) {
    return value(member)
        .filter(List.class::isInstance)
        .map(
            value ->
                ((List<?>) value)
                    .stream()
                        .map(item -> type(((AnnotationValue) item).getValue()))
                        .flatMap(Optional::stream)
                        .toList())
        .orElse(List.of());
  }

  private static Optional<TypeElement> type(Object value) {
    return value instanceof DeclaredType type && type.asElement() instanceof TypeElement element
        ? Optional.of(element)
        : Optional.empty();
  }

  private Optional<Object> value(String member) {
    if (mirror.isEmpty()) {
      return Optional.empty();
    }
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        mirror.get().getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(member)) {
        return Optional.of(entry.getValue().getValue());
      }
    }
    return Optional.empty();
  }
}
