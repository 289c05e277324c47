package dev.ashlar.expression.path;

import dev.ashlar.expression.Reference;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.List;

/**
 * A root name and constant steps from it.
 *
 * @param root the root name, {@code resources.} taken off
 * @param alias whether it was written {@code resources.NAME}
 * @param steps the steps
 * @param offset where the root name stands, in code points
 */
public record Path(String root, boolean alias, List<Step> steps, int offset) {
  /** The name under which every resource can be had, whatever it is called. */
  public static final String RESOURCES = "resources";

  /** The attribute that holds a provider's identifier, in the value of any struct. */
  public static final String IDENTITY = "$identity";

  /** The attribute that every resource offers as its identifier, unless it has one of its own. */
  public static final String ID = "id";

  /** Copies the list. */
  public Path {
    steps = List.copyOf(steps);
  }

  /**
   * One step.
   *
   * @param step into a map or a list
   * @param optional whether it was written with a question mark
   * @param offset where it stands, in code points
   */
  public record Step(ValuePath.Step step, boolean optional, int offset) {}

  /** This path, and a step further. */
  public Path then(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new Path(root, alias, longer, offset);
  }

  /** The place that it leads to. */
  public ValuePath place() {
    ValuePath place = ValuePath.ROOT;
    for (Step step : steps) {
      place = place.then(step.step());
    }
    return place;
  }

  /** What it reads. */
  public Reference reference(boolean keysOnly) {
    return new Reference(root, place(), keysOnly);
  }

  /** Its beginning, as a person writes it. */
  public String text(int length) {
    ValuePath place = new ValuePath(place().steps().subList(0, length));
    String tail = place.toString();
    boolean dot = !tail.isEmpty() && tail.charAt(0) != '[';
    return (alias ? RESOURCES + "." : "") + root + (dot ? "." : "") + tail;
  }

  @Override
  public String toString() {
    return text(steps.size());
  }
}
