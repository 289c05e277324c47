package dev.ashlar.connector.discovery;

import java.net.URL;

/** Where a class comes from, to be named to a person. */
final class CodeSource {
  private CodeSource() {}

  /** The jar or folder, else the module. */
  static String of(Class<?> type) {
    java.security.CodeSource source = type.getProtectionDomain().getCodeSource();
    URL location = source == null ? null : source.getLocation();
    if (location != null) {
      return readable(location.toString());
    }
    Module module = type.getModule();
    return module.isNamed() ? "module " + module.getName() : "a class made at run time";
  }

  /** The jar or folder that a resource of this path lies in. */
  static String holding(URL resource, String path) {
    String text = resource.toString();
    text = text.endsWith(path) ? text.substring(0, text.length() - path.length()) : text;
    text = text.startsWith("jar:") ? text.substring("jar:".length()) : text;
    text = text.endsWith("!/") ? text.substring(0, text.length() - 2) : text;
    return readable(text);
  }

  private static String readable(String location) {
    return location.startsWith("file:") ? location.substring("file:".length()) : location;
  }
}
