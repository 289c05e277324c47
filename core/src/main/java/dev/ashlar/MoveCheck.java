package dev.ashlar;

import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.ExecutionProblems;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether an object can go from one environment to another, by their records. Pure. */
record MoveCheck(State from, State to, Address address) {

  Move move() {
    Optional<StateObject> object = from.at(address);
    return new Move(
        from.environment(),
        from.serial(),
        to.environment(),
        to.serial(),
        address,
        object.map(StateObject::type).orElse(""),
        object.flatMap(StateObject::identity),
        problems());
  }

  List<Diagnostic> problems() {
    List<Diagnostic> problems = new ArrayList<>();
    open(from, problems);
    open(to, problems);
    Optional<StateObject> object =
        from.at(address).filter(each -> each.status() == StateObject.Status.READY);
    if (object.isEmpty() || from.environment().equals(to.environment())) {
      problems.add(
          problem(
              FacadeProblems.MOVE_NOTHING,
              "The environment \""
                  + from.environment()
                  + "\" has no object ready at \""
                  + address
                  + "\" that could go to \""
                  + to.environment()
                  + "\"."));
      return problems;
    }
    if (to.at(address).isPresent()) {
      problems.add(
          problem(
              FacadeProblems.MOVE_OCCUPIED,
              "The environment \""
                  + to.environment()
                  + "\" has an object at \""
                  + address
                  + "\" already."));
    }
    dangling(object.get(), problems);
    return problems;
  }

  private void open(State state, List<Diagnostic> problems) {
    if (state.run().isPresent()) {
      problems.add(
          problem(
              ExecutionProblems.RECOVER_FIRST,
              "A run of the environment \"" + state.environment() + "\" has not ended."));
    }
  }

  private void dangling(StateObject object, List<Diagnostic> problems) {
    String name = address.declaration().toString();
    Set<String> dependants = new TreeSet<>();
    for (StateObject other : from.objects()) {
      if (!other.id().address().equals(address) && other.dependencies().contains(name)) {
        dependants.add(other.id().address().toString());
      }
    }
    if (!dependants.isEmpty()) {
      problems.add(
          problem(
              FacadeProblems.MOVE_DANGLING,
              "In \""
                  + from.environment()
                  + "\", "
                  + list(dependants)
                  + " depend on \""
                  + address
                  + "\"."));
    }
    Set<String> missing = new TreeSet<>(object.dependencies());
    missing.retainAll(declarations(from));
    missing.removeAll(declarations(to));
    if (!missing.isEmpty()) {
      problems.add(
          problem(
              FacadeProblems.MOVE_DANGLING,
              "\""
                  + address
                  + "\" depends on "
                  + list(missing)
                  + ", and \""
                  + to.environment()
                  + "\" has no object of that name."));
    }
  }

  private static Set<String> declarations(State state) {
    return state.current().keySet().stream()
        .map(each -> each.declaration().toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String list(Set<String> names) {
    return names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
  }

  private Diagnostic problem(Code code, String detail) {
    return Diagnostic.of(code, detail).on(address);
  }
}
