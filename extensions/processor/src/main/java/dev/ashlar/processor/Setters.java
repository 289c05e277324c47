package dev.ashlar.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** What a property can be set to: which parameters its setters take, and what they make of them. */
final class Setters {
  private static final String LITERAL = Api.EXPRESSION + ".literal(value)";
  private static final String LIST = Api.EXPRESSION + ".list(value)";
  private static final String MAP = Api.EXPRESSION + ".map(value)";
  private static final String AS_IT_IS = "value";

  private final TypeNames names;

  Setters(TypeNames names) {
    this.names = names;
  }

  /**
   * One setter.
   *
   * @param parameter the type of its parameter
   * @param input what makes an input of the parameter
   */
  record Setter(String parameter, String input) {}

  List<Setter> of(Component component) {
    TypeMirror type = component.type();
    if (names.isScalar(type)) {
      return scalar(component);
    }
    if (names.isCollection(type)) {
      return collection(component, TypeNames.argument(type, 0));
    }
    if (names.isMap(type)) {
      return map(type, TypeNames.argument(type, 1));
    }
    if (names.isValue(type)) {
      return List.of(
          new Setter(names.boxed(type), LITERAL), new Setter(Api.INPUT + "<?>", AS_IT_IS));
    }
    // A record or a secret: only what is made for it.
    return List.of(new Setter(input(names.boxed(type)), AS_IT_IS));
  }

  private List<Setter> scalar(Component component) {
    String type = names.boxed(component.type());
    List<Setter> setters = new ArrayList<>();
    setters.add(new Setter(names.literal(component.type()), LITERAL));
    if (component.references().size() == 1) {
      setters.add(new Setter(reference(component.references().get(0), type), AS_IT_IS));
      setters.add(new Setter(Api.EXPRESSION + "<" + type + ">", AS_IT_IS));
    } else {
      setters.add(new Setter(input(type), AS_IT_IS));
    }
    return setters;
  }

  private List<Setter> collection(Component component, TypeMirror item) {
    String type = names.boxed(item);
    List<Setter> setters = new ArrayList<>();
    if (names.isLiteral(item)) {
      setters.add(new Setter("java.util.Collection<" + type + ">", LITERAL));
    }
    String items =
        component.references().size() == 1
            ? reference(component.references().get(0), type)
            : input(type);
    setters.add(new Setter("java.util.List<? extends " + items + ">", LIST));
    setters.add(new Setter(input("? extends java.util.Collection<" + type + ">"), AS_IT_IS));
    return setters;
  }

  private List<Setter> map(TypeMirror map, TypeMirror entry) {
    String type = names.boxed(entry);
    return List.of(
        names.isLiteral(entry)
            ? new Setter("java.util.Map<String, " + type + ">", LITERAL)
            : new Setter("java.util.Map<String, ? extends " + input(type) + ">", MAP),
        new Setter(input(names.boxed(map)), AS_IT_IS));
  }

  private static String input(String type) {
    return Api.INPUT + "<" + type + ">";
  }

  private static String reference(TypeElement target, String type) {
    return Api.REF + "<? extends " + target.getQualifiedName() + ", " + type + ">";
  }
}
