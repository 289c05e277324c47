package dev.ashlar.expression.cel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import dev.ashlar.cel.common.CelFunctionDecl;
import dev.ashlar.cel.common.CelOverloadDecl;
import dev.ashlar.cel.common.types.CelType;
import dev.ashlar.cel.runtime.CelFunctionBinding;
import dev.ashlar.expression.function.Refusal;
import java.util.ArrayList;
import java.util.List;

/** A table of functions from which both CEL's declarations and its bindings are made. */
final class Functions {
  private final SetMultimap<String, CelOverloadDecl> declarations = LinkedHashMultimap.create();
  private final SetMultimap<String, CelFunctionBinding> bindings = LinkedHashMultimap.create();

  /** What a function does; a {@link Refusal} becomes a failure of the evaluation. */
  @FunctionalInterface
  interface Body {
    /** Its result, as CEL sees it. */
    Object apply(Object[] arguments);
  }

  /** Adds a function that is called {@code f(a, b)}. */
  Functions global(
      String name, String id, CelType result, ImmutableList<CelType> parameters, Body body) {
    declare(name, CelOverloadDecl.newGlobalOverload(id, result, parameters));
    return bind(name, id, parameters, body);
  }

  /** Adds a function that is called both {@code f(a, b)} and {@code a.f(b)}. */
  Functions both(
      String name, String id, CelType result, ImmutableList<CelType> parameters, Body body) {
    String member = "member_" + id;
    declare(name, CelOverloadDecl.newMemberOverload(member, result, parameters));
    bind(name, member, parameters, body);
    return global(name, id, result, parameters, body);
  }

  /** Adds an overload that only the checker needs to know. */
  Functions declare(String name, CelOverloadDecl overload) {
    declarations.put(name, overload);
    return this;
  }

  /** Adds a body for an overload that is declared elsewhere. */
  Functions bind(String name, String id, ImmutableList<CelType> parameters, Body body) {
    ImmutableList<Class<?>> classes =
        parameters.stream()
            .<Class<?>>map(CelTypes::runtime)
            .collect(ImmutableList.toImmutableList());
    bindings.put(name, Bodies.binding(id, classes, guarded(body)));
    return this;
  }

  private static Body guarded(Body body) {
    return arguments -> {
      try {
        return body.apply(arguments);
      } catch (Refusal refusal) {
        throw Fault.of(refusal);
      }
    };
  }

  /** The declarations, a function each. */
  List<CelFunctionDecl> declarations() {
    List<CelFunctionDecl> all = new ArrayList<>();
    ImmutableSetMultimap.copyOf(declarations)
        .asMap()
        .forEach(
            (name, overloads) -> all.add(CelFunctionDecl.newFunctionDeclaration(name, overloads)));
    return all;
  }

  /**
   * The bindings, with dispatch by the classes of the arguments where their types are not known.
   */
  List<CelFunctionBinding> bindings() {
    List<CelFunctionBinding> all = new ArrayList<>();
    ImmutableSetMultimap.copyOf(bindings)
        .asMap()
        .forEach((name, group) -> all.addAll(CelFunctionBinding.fromOverloads(name, group)));
    return all;
  }
}
