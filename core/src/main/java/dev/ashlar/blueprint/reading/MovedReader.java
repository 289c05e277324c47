package dev.ashlar.blueprint.reading;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.BlueprintProblems;
import dev.ashlar.blueprint.MovedDeclaration;
import dev.ashlar.blueprint.Term;
import dev.ashlar.blueprint.source.Node;
import dev.ashlar.blueprint.source.Problems;
import dev.ashlar.blueprint.source.Quote;
import dev.ashlar.diagnostic.Suggestion;
import dev.ashlar.value.Address;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what has another address now, and whether that is possible in this blueprint. */
final class MovedReader {
  private final Problems problems;
  private final Set<Address> from = new HashSet<>();
  private final Set<Address> to = new HashSet<>();
  private final Set<Address> left = new HashSet<>();
  private final Set<String> names = new HashSet<>();

  MovedReader(Problems problems) {
    this.problems = problems;
  }

  /** The moves, which stand in the blueprint's document in this list. */
  List<MovedDeclaration> read(List<Node> items, Blueprint declared) {
    names.addAll(declared.resources().keySet());
    names.addAll(declared.components().keySet());
    List<MovedDeclaration> moves = new ArrayList<>();
    List<Section> sections = new ArrayList<>();
    for (Node item : items) {
      Section section = new Section(item, "a move", problems, "from", "to");
      Optional<Address> old = address(section, "from");
      Optional<Address> now = address(section, "to");
      if (old.isPresent() && now.isPresent()) {
        moves.add(new MovedDeclaration(old.get(), now.get(), item.place()));
        sections.add(section);
        left.add(old.get());
      }
    }
    for (int i = 0; i < moves.size(); i++) {
      check(sections.get(i), moves.get(i).from(), moves.get(i).to(), declared);
    }
    return moves;
  }

  private Optional<Address> address(Section section, String key) {
    Optional<String> text = section.requiredText(key);
    Optional<Address> address = text.flatMap(Address::parse);
    if (text.isPresent() && address.isEmpty()) {
      problems.add(
          BlueprintProblems.BAD_ADDRESS,
          section.node(key).orElseThrow().place(),
          "%s is no address. Write 'uploads', 'uploads[\"a\"]' or 'net/subnet[\"a\"]', in single quotes."
              .formatted(Quote.key(text.get())));
    }
    return address;
  }

  private void check(Section section, Address old, Address now, Blueprint declared) {
    if (old.equals(now)) {
      problem(section, "to", "It says from and to the same address: take it out.");
      return;
    }
    if (!from.add(old)) {
      problem(section, "from", "%s is moved twice.".formatted(old));
    }
    if (!to.add(now)) {
      problem(section, "to", "Something else is moved to %s already.".formatted(now));
    }
    if (isDeclared(old, declared)) {
      problem(
          section,
          "from",
          "%s is still declared, so nothing can have moved away from it. Rename its declaration, or take"
                  .formatted(old)
              + " the move out.");
    }
    // What moved on from there is followed to where it is now.
    if (!left.contains(now)) {
      target(section, old, now, declared);
    }
  }

  private void target(Section section, Address old, Address now, Blueprint declared) {
    Address.Segment root = now.segments().get(0);
    if (!names.contains(root.name())) {
      problem(
          section,
          "to",
          "There is no resource or component %s to move to.%s"
              .formatted(Quote.key(root.name()), Suggestion.sentence(root.name(), names)));
      return;
    }
    boolean many = forEach(root.name(), declared).isPresent();
    if (root.key().isPresent() && !many) {
      problem(section, "to", "%s has no instances, so it takes no key.".formatted(root.name()));
    } else if (now.segments().size() == 1
        && root.key().isEmpty()
        && many
        && old.key().isPresent()) {
      problem(
          section,
          "to",
          "One instance cannot become the whole of %s: name one of its instances."
              .formatted(root.name()));
    } else if (now.segments().size() > 1 && declared.resources().containsKey(root.name())) {
      problem(section, "to", "%s is a resource, and nothing is inside it.".formatted(root.name()));
    } else if (root.key().isPresent() && now.segments().size() == 1) {
      knownKey(section, root, declared);
    }
  }

  private void knownKey(Section section, Address.Segment root, Blueprint declared) {
    Optional<Term> each = forEach(root.name(), declared);
    if (each.isPresent()
        && each.get() instanceof Term.Fields fields
        && !fields.fields().containsKey(root.key().orElse(""))) {
      problem(section, "to", "%s has no such instance.".formatted(root.name()));
    }
  }

  private boolean isDeclared(Address address, Blueprint declared) {
    Address.Segment root = address.segments().get(0);
    return address.segments().size() == 1
        && root.key().isPresent() == forEach(root.name(), declared).isPresent()
        && root.key().isEmpty()
        && names.contains(root.name());
  }

  private static Optional<Term> forEach(String name, Blueprint declared) {
    return declared.resources().containsKey(name)
        ? declared.resources().get(name).forEach()
        : Optional.ofNullable(declared.components().get(name)).flatMap(c -> c.forEach());
  }

  private void problem(Section section, String key, String detail) {
    problems.add(
        BlueprintProblems.BAD_MOVED,
        section.node(key).map(Node::place).orElse(section.place()),
        detail);
  }
}
