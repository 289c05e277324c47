package dev.ashlar.aws.othersource;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The resource types of a CloudFormation template. It is read as YAML, which JSON is part of, down
 * to nodes only: its short tags, like {@code !Sub}, stay what they are.
 */
final class Template {
  private static final String LOOP = "Fn::ForEach";
  private final SortedSet<String> types = new TreeSet<>();

  private Template() {}

  static SortedSet<String> types(String text) {
    Template template = new Template();
    new Compose(LoadSettings.builder().build())
        .composeString(text)
        .flatMap(root -> entry(root, "Resources"))
        .ifPresent(template::resources);
    return template.types;
  }

  private void resources(Node resources) {
    for (NodeTuple each : entries(resources)) {
      if (text(each.getKeyNode()).startsWith(LOOP)) {
        loop(each.getValueNode());
      } else {
        entry(each.getValueNode(), "Type").ifPresent(type -> types.add(text(type)));
      }
    }
  }

  /** A loop has its variable, what it goes over, and resources. */
  private void loop(Node loop) {
    if (loop instanceof SequenceNode parts && parts.getValue().size() == 3) {
      resources(parts.getValue().get(2));
    }
  }

  private static Optional<Node> entry(Node node, String name) {
    return entries(node).stream()
        .filter(each -> text(each.getKeyNode()).equals(name))
        .map(NodeTuple::getValueNode)
        .findFirst();
  }

  private static List<NodeTuple> entries(Node node) {
    return node instanceof MappingNode map ? map.getValue() : List.of();
  }

  private static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }
}
