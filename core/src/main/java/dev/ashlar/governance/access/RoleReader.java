package dev.ashlar.governance.access;

import dev.ashlar.blueprint.BlueprintProblems;
import dev.ashlar.blueprint.ReadLimits;
import dev.ashlar.blueprint.reading.Header;
import dev.ashlar.blueprint.reading.Literals;
import dev.ashlar.blueprint.reading.Section;
import dev.ashlar.blueprint.source.Node;
import dev.ashlar.blueprint.source.Problems;
import dev.ashlar.blueprint.source.Quote;
import dev.ashlar.blueprint.source.Tree;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.diagnostic.Suggestion;
import dev.ashlar.governance.Access;
import dev.ashlar.governance.Grant;
import dev.ashlar.governance.Permission;
import dev.ashlar.governance.Roles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads documents of kind Roles. With an error in one it grants nothing. */
public final class RoleReader {
  private final Problems problems;

  private RoleReader(Problems problems) {
    this.problems = problems;
  }

  /** Reads a source. */
  public static Checked<Roles> read(Source source) {
    Problems problems = new Problems(ReadLimits.STANDARD.problems());
    Optional<Roles> roles =
        Tree.read(source, ReadLimits.STANDARD, problems)
            .filter(root -> Header.is("Roles", root, problems))
            .map(root -> new RoleReader(problems).roles(root));
    List<Diagnostic> sorted = problems.sorted();
    return roles.isEmpty() || sorted.stream().anyMatch(Diagnostic::isError)
        ? Checked.refused(sorted)
        : Checked.of(roles.get(), sorted);
  }

  private Roles roles(Node root) {
    Section document =
        new Section(
            root,
            "a document of roles",
            problems,
            "apiVersion",
            "kind",
            "metadata",
            "members",
            "grants");
    document
        .node("metadata")
        .map(node -> new Section(node, "\"metadata\"", problems, "name"))
        .ifPresent(metadata -> metadata.text("name"));
    Roles roles = Access.roles();
    for (Node.Entry entry : document.entries("members")) {
      String[] names = texts(items(entry.value()), "a role");
      roles = roles.member(entry.key(), names);
    }
    for (Node node : document.items("grants")) {
      roles = grant(node).map(roles::grant).orElse(roles);
    }
    return roles;
  }

  private Optional<Grant> grant(Node node) {
    Section section =
        new Section(
            node,
            "a grant",
            problems,
            "role",
            "permissions",
            "environments",
            "stages",
            "types",
            "tenants");
    Optional<String> role = section.requiredText("role");
    section.required("permissions");
    List<Permission> permissions = permissions(section);
    return role.map(
        name ->
            Grant.of(name, permissions.toArray(Permission[]::new))
                .environments(patterns(section, "environments"))
                .stages(patterns(section, "stages"))
                .types(patterns(section, "types"))
                .tenants(patterns(section, "tenants")));
  }

  private List<Permission> permissions(Section section) {
    Map<String, Permission> known = new LinkedHashMap<>();
    for (Permission permission : Permission.values()) {
      known.put(permission.text(), permission);
    }
    List<Permission> permissions = new ArrayList<>();
    for (Node item : section.node("permissions").map(RoleReader::items).orElse(List.of())) {
      Optional<String> text = Literals.text(item, "a permission", problems);
      Optional<Permission> found = text.flatMap(word -> Optional.ofNullable(known.get(word)));
      if (found.isPresent()) {
        permissions.add(found.get());
      } else if (text.isPresent()) {
        problems.add(
            BlueprintProblems.NOT_ALLOWED,
            item.place(),
            "A permission is one of "
                + String.join(", ", known.keySet())
                + ", not "
                + Quote.key(text.get())
                + "."
                + Suggestion.sentence(text.get(), known.keySet()));
      }
    }
    return permissions;
  }

  /** An empty list would limit nothing, where its author means that nothing is allowed. */
  private String[] patterns(Section section, String key) {
    Optional<Node> node = section.node(key);
    if (node.isEmpty()) {
      return new String[0];
    }
    String[] patterns = texts(items(node.get()), "a pattern");
    if (patterns.length == 0) {
      problems.add(
          BlueprintProblems.NOT_ALLOWED,
          section.placeOf(key),
          "\"" + key + "\" is empty: leave it out for all.");
    }
    return patterns;
  }

  private String[] texts(List<Node> items, String what) {
    List<String> texts = new ArrayList<>();
    items.forEach(item -> Literals.text(item, what, problems).ifPresent(texts::add));
    return texts.toArray(String[]::new);
  }

  /** A list, or one alone. */
  private static List<Node> items(Node node) {
    return node instanceof Node.Sequence sequence ? sequence.items() : List.of(node);
  }
}
