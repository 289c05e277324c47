package dev.ashlar.processor;

import java.util.List;
import javax.lang.model.element.TypeElement;

/** Writes the source of one draft: what a person would have written. */
final class DraftWriter {
  private final Spec spec;
  private final String packageName;
  private final String name;
  private final TypeNames names;
  private final Setters setters;
  private final StringBuilder source = new StringBuilder();

  DraftWriter(Spec spec, String packageName, String name, TypeNames names) {
    this.spec = spec;
    this.packageName = packageName;
    this.name = name;
    this.names = names;
    this.setters = new Setters(names);
  }

  String write() {
    if (!packageName.isEmpty()) {
      line("package %s;", packageName);
      line("");
    }
    line(
        "/** Declares {@code %s} resources. Written from {@link %s}. */",
        html(spec.type()), spec.qualifiedName());
    line("%sfinal class %s implements %s {", modifier(), name, Api.DECLARED);
    line("  private final %s resource;", Api.RESOURCE);
    line("");
    line("  /** A resource of this name in the blueprint, of which nothing is set yet. */");
    line("  public %s(String name) {", name);
    line("    this(%s.named(name, %s));", Api.RESOURCE, quoted(spec.type()));
    line("  }");
    line("");
    line("  private %s(%s resource) {", name, Api.RESOURCE);
    line("    this.resource = resource;");
    line("  }");
    line("");
    line("  @Override");
    line("  public %s declare() {", Api.RESOURCE);
    line("    return resource;");
    line("  }");
    for (Component property : spec.properties()) {
      if (property.settable()) {
        setters(property, name, "resource.property", "  ");
      }
      if (property.readable()) {
        accessor(property);
      }
    }
    spec.outputs().forEach(this::accessor);
    spec.nested().forEach(this::nested);
    line("}");
    return source.toString();
  }

  private String modifier() {
    return spec.isPublic() ? "public " : "";
  }

  private void setters(Component property, String owner, String set, String indent) {
    for (Setters.Setter setter : setters.of(property)) {
      line("");
      line("%s/** The same, with {@code %s} set. */", indent, html(property.name()));
      line("%spublic %s %s(%s value) {", indent, owner, property.method(), setter.parameter());
      line(
          "%s  return new %s(%s(%s, %s));",
          indent, owner, set, quoted(property.name()), setter.input());
      line("%s}", indent);
    }
  }

  private void accessor(Component attribute) {
    String type = Api.REF + "<" + spec.qualifiedName() + ", " + names.boxed(attribute.type()) + ">";
    line("");
    line("  /** Refers to {@code %s}. */", html(attribute.name()));
    line("  public %s %s() {", type, attribute.method());
    line("    return %s.to(resource.name(), %s);", Api.REF, quoted(attribute.name()));
    line("  }");
  }

  private void nested(TypeElement type, String draft) {
    String content = Api.EXPRESSION + "<" + type.getQualifiedName() + ">";
    line("");
    line("  /** Declares what a {@link %s} holds. */", type.getQualifiedName());
    line(
        "  %sstatic final class %s implements %s<%s> {",
        modifier(), draft, Api.INPUT, type.getQualifiedName());
    line("    private final %s content;", content);
    line("");
    line("    /** An object of which nothing is set yet. */");
    line("    public %s() {", draft);
    line("      this(%s.object());", Api.EXPRESSION);
    line("    }");
    line("");
    line("    private %s(%s content) {", draft, content);
    line("      this.content = content;");
    line("    }");
    line("");
    line("    @Override");
    line("    public %s term() {", Api.TERM);
    line("      return content.term();");
    line("    }");
    List<Component> components = Component.of(type, spec.naming());
    components.stream()
        .filter(Component::settable)
        .forEach(component -> setters(component, draft, "content.with", "    "));
    line("  }");
  }

  // The annotation that is asked for would be a dependency.
  @SuppressWarnings("AnnotateFormatMethod")
  private void line(String format, Object... arguments) {
    source.append(arguments.length == 0 ? format : String.format(format, arguments)).append('\n');
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** A name inside a comment's code. */
  private static String html(String text) {
    return text.replace("*/", "* /").replace("@", "&#64;").replace("}", "&#125;");
  }
}
