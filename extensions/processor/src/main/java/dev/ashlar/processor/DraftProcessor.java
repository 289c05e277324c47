package dev.ashlar.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Writes a draft for each record that declares a resource type: a class with a setter for each
 * property and a reference to each attribute, by which a Java program declares such resources so
 * that a wrong name, type or kind of resource does not compile.
 *
 * <p>The draft of {@code Queue} is {@code QueueDraft}, in the same package. A private record has
 * none.
 */
@SupportedAnnotationTypes(Api.SPEC)
public final class DraftProcessor extends AbstractProcessor {
  /** For the compiler. */
  public DraftProcessor() {}

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    TypeNames names = new TypeNames(processingEnv.getTypeUtils());
    Map<String, List<Spec>> byName = new LinkedHashMap<>();
    for (TypeElement annotation : annotations) {
      for (Element element : round.getElementsAnnotatedWith(annotation)) {
        if (element instanceof TypeElement type && element.getKind() == ElementKind.RECORD) {
          Spec spec = new Spec(type, names);
          if (spec.isVisible()) {
            byName
                .computeIfAbsent(
                    packageOf(type) + "." + type.getSimpleName(), n -> new ArrayList<>())
                .add(spec);
          }
        } else {
          error("only a record can declare a resource type", element);
        }
      }
    }
    byName.values().forEach(specs -> specs.forEach(spec -> write(spec, specs.size() == 1, names)));
    return false;
  }

  /** Records of one name in several classes of a package: the classes' names tell them apart. */
  private void write(Spec spec, boolean only, TypeNames names) {
    TypeElement type = spec.element();
    String name = (only ? type.getSimpleName() : spec.longName()) + "Draft";
    String packageName = packageOf(type);
    String source = new DraftWriter(spec, packageName, name, names).write();
    String qualified = packageName.isEmpty() ? name : packageName + "." + name;
    try (Writer out = processingEnv.getFiler().createSourceFile(qualified, type).openWriter()) {
      out.write(source);
    } catch (IOException e) {
      error("the draft " + qualified + " cannot be written; is there a class of that name?", type);
    }
  }

  private String packageOf(TypeElement type) {
    return processingEnv.getElementUtils().getPackageOf(type).getQualifiedName().toString();
  }

  private void error(String message, Element element) {
    processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message, element);
  }
}
