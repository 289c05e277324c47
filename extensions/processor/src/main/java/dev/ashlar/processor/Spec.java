package dev.ashlar.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** A record that declares a resource type, with all that its draft is made of. */
final class Spec {
  private final TypeElement element;
  private final Annotations annotation;
  private final TypeNames names;

  Spec(TypeElement element, TypeNames names) {
    this.element = element;
    this.annotation = Annotations.of(element, Api.SPEC);
    this.names = names;
  }

  TypeElement element() {
    return element;
  }

  String type() {
    return annotation.text("type");
  }

  String naming() {
    return annotation.constant("naming");
  }

  String qualifiedName() {
    return element.getQualifiedName().toString();
  }

  List<Component> properties() {
    return Component.of(element, naming());
  }

  /** Outputs that no property hides. */
  List<Component> outputs() {
    Set<String> taken = new HashSet<>();
    properties().forEach(property -> taken.add(property.method()));
    List<Component> outputs = new ArrayList<>();
    outputsType()
        .ifPresent(
            type ->
                Component.of(type, naming()).stream()
                    .filter(output -> !taken.contains(output.method()))
                    .forEach(outputs::add));
    return outputs;
  }

  Optional<TypeElement> outputsType() {
    return annotation.type("outputs").filter(type -> type.getKind() == ElementKind.RECORD);
  }

  /** The records inside, each with the simple name of its draft. */
  Map<TypeElement, String> nested() {
    Set<TypeElement> found = new LinkedHashSet<>();
    collect(element, found);
    found.remove(element);
    Map<TypeElement, String> named = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>(Set.of("String", "Integer", "Long", "Boolean", "Double"));
    for (TypeElement record : found) {
      String name = record.getSimpleName().toString();
      while (!taken.add(name)) {
        name += "Draft";
      }
      named.put(record, name);
    }
    return named;
  }

  private void collect(TypeElement type, Set<TypeElement> found) {
    if (found.add(type)) {
      type.getRecordComponents().forEach(component -> records(component.asType(), found));
    }
  }

  private void records(TypeMirror type, Set<TypeElement> found) {
    if (type instanceof DeclaredType declared) {
      if (names.isRecord(type) && declared.asElement() instanceof TypeElement nested) {
        collect(nested, found);
      }
      declared.getTypeArguments().forEach(argument -> records(argument, found));
    }
  }

  /** Whether another class of the package can see all of it. */
  boolean isVisible() {
    return isVisible(element)
        && outputsType().map(Spec::isVisible).orElse(true)
        && nested().keySet().stream().allMatch(Spec::isVisible);
  }

  private static boolean isVisible(Element type) {
    for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
      if (at.getModifiers().contains(Modifier.PRIVATE)) {
        return false;
      }
    }
    return true;
  }

  boolean isPublic() {
    for (Element at = element; at instanceof TypeElement; at = at.getEnclosingElement()) {
      if (!at.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }

  /** The names of the classes around it and its own, joined. */
  String longName() {
    StringBuilder name = new StringBuilder();
    for (Element at = element; at instanceof TypeElement; at = at.getEnclosingElement()) {
      name.insert(0, at.getSimpleName());
    }
    return name.toString();
  }
}
