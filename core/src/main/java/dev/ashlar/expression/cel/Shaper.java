package dev.ashlar.expression.cel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.ashlar.cel.common.CelAbstractSyntaxTree;
import dev.ashlar.cel.common.ast.CelConstant;
import dev.ashlar.cel.common.ast.CelExpr;
import dev.ashlar.cel.common.types.CelType;
import dev.ashlar.cel.common.types.OptionalType;
import dev.ashlar.cel.common.types.SimpleType;
import dev.ashlar.expression.ExpressionProblems;
import dev.ashlar.expression.Problem;
import dev.ashlar.expression.Reference;
import dev.ashlar.expression.Scope;
import dev.ashlar.expression.Typed;
import dev.ashlar.expression.path.Path;
import dev.ashlar.expression.path.Resolution;
import dev.ashlar.expression.path.Types;
import dev.ashlar.expression.path.Typing;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes one parsed expression apart into its shape and what fills it. */
final class Shaper {
  /** Functions that hand a value on as it is. */
  private static final ImmutableSet<String> PASSING =
      ImmutableSet.of("or", "orValue", "of", "ofNonZeroValue", "value", Operators.APPEND);

  private static final ImmutableSet<String> OPTIONALS =
      ImmutableSet.of("of", "ofNonZeroValue", "none", "unwrap");

  /** Views of literals are numbered from here, behind all parts and conversions. */
  private static final long VIEWS = 2 * Widening.NUMBER;

  private final Scope scope;
  private final Typing typing;
  private final Paths paths;
  private final int depth;
  private final Set<Long> widened;
  private final Structs structs = new Structs();
  private final StringBuilder key = new StringBuilder();
  private final Map<String, CelType> variables = new LinkedHashMap<>();
  private final List<Slot> slots = new ArrayList<>();
  private final List<Integer> offsets = new ArrayList<>(List.of(0));
  private final Map<Long, Typed> owners = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Set<Reference> references = new LinkedHashSet<>();
  private Map<String, Optional<Typed>> locals = Map.of();
  private boolean secret;
  private boolean maySecret;

  private Shaper(
      String text, CelAbstractSyntaxTree tree, Scope scope, int depth, Set<Long> widened) {
    this.scope = scope;
    this.typing = new Typing(scope);
    this.paths = new Paths(text, tree.getSource().getPositionsMap());
    this.depth = depth;
    this.widened = widened;
  }

  /**
   * The shape of an expression.
   *
   * @param widened the numbers of parts that are whole numbers and have to become doubles
   */
  static Shape of(
      String text, CelAbstractSyntaxTree tree, Scope scope, int depth, Set<Long> widened) {
    Shaper shaper = new Shaper(text, tree, scope, depth, widened);
    CelExpr expression = shaper.part(tree.getExpr(), Role.RESULT, 0);
    return new Shape(
        expression,
        shaper.key.toString(),
        shaper.variables,
        shaper.structs,
        shaper.slots,
        shaper.offsets,
        shaper.owners,
        shaper.problems,
        ImmutableSet.copyOf(shaper.references),
        shaper.secret,
        shaper.maySecret);
  }

  private CelExpr part(CelExpr expression, Role role, int level) {
    if (level > depth) {
      throw new TooDeep();
    }
    long id = number(paths.offset(expression));
    CelExpr shaped = part(id, expression, role, level);
    return widened.contains(id)
        ? CelExpr.ofCall(Widening.NUMBER + id, Optional.empty(), "double", ImmutableList.of(shaped))
        : shaped;
  }

  private CelExpr part(long id, CelExpr expression, Role role, int level) {
    Path path = paths.of(expression, locals.keySet());
    if (path != null) {
      return reference(id, path, role);
    }
    return switch (expression.getKind()) {
      case CONSTANT -> constant(id, expression.constant());
      case IDENT -> ident(id, expression, role);
      case SELECT -> select(id, expression, role, level);
      case CALL -> call(id, expression, role, level);
      case LIST -> list(id, expression.list(), role, level);
      case MAP -> map(id, expression.map(), role, level);
      case COMPREHENSION -> comprehension(id, expression, role, level);
      default -> {
        String detail = "Typed literals are not part of the language: write a map, {\"a\": 1}.";
        problems.add(new Problem(ExpressionProblems.SYNTAX, detail, paths.offset(expression)));
        yield parameter(id, new Slot("", null, false), SimpleType.DYN);
      }
    };
  }

  private long number(int offset) {
    offsets.add(offset);
    return offsets.size() - 1L;
  }

  private CelExpr reference(long id, Path path, Role role) {
    Resolution resolution = typing.resolve(path);
    if (resolution instanceof Resolution.Unresolved unresolved) {
      problems.add(unresolved.problem());
      return parameter(id, new Slot("", null, false), SimpleType.DYN);
    }
    Resolution.Resolved resolved = (Resolution.Resolved) resolution;
    boolean keysOnly = role.keysOnly() && isMap(resolved.type());
    references.add(resolved.path().reference(keysOnly));
    if (!keysOnly) {
      mark(resolved.type(), role);
    }
    CelType type =
        resolved.optional()
            ? OptionalType.create(CelTypes.part(resolved.type(), structs))
            : CelTypes.parameter(resolved.type(), structs);
    return parameter(id, new Slot(null, resolved, role.passedOn()), type);
  }

  private void mark(Typed type, Role role) {
    secret |= Types.isSecret(type, false);
    maySecret |= role.consumed() && Types.isSecret(type, true);
  }

  private CelExpr parameter(long id, Slot slot, CelType type) {
    String name = Slot.name(slots.size());
    slots.add(slot);
    variables.put(name, type);
    key.append('$').append(describe(type)).append(';');
    return CelExpr.ofIdent(id, name);
  }

  private static String describe(CelType type) {
    return type.parameters().isEmpty()
        ? type.name()
        : type.name() + type.parameters().stream().map(Shaper::describe).toList();
  }

  private CelExpr constant(long id, CelConstant constant) {
    return switch (constant.getKind()) {
      case STRING_VALUE ->
          parameter(id, new Slot(constant.stringValue(), null, false), SimpleType.STRING);
      case INT64_VALUE ->
          parameter(id, new Slot(constant.int64Value(), null, false), SimpleType.INT);
      case DOUBLE_VALUE -> {
        if (Double.isInfinite(constant.doubleValue())) {
          String detail = "The number is beyond what a double can hold.";
          problems.add(new Problem(ExpressionProblems.ARITHMETIC, detail, offsets.get((int) id)));
        }
        yield parameter(id, new Slot(constant.doubleValue(), null, false), SimpleType.DOUBLE);
      }
      default -> {
        key.append('#').append(constant).append(';');
        yield CelExpr.ofConstant(id, constant);
      }
    };
  }

  private CelExpr ident(long id, CelExpr expression, Role role) {
    String name = expression.ident().name();
    key.append('@').append(name).append(';');
    typeOf(expression).ifPresent(type -> mark(type, role));
    return CelExpr.ofIdent(id, name);
  }

  private CelExpr select(long id, CelExpr expression, Role role, int level) {
    CelExpr.CelSelect select = expression.select();
    return attribute(id, expression, select.operand(), select.field(), role, level);
  }

  private CelExpr attribute(
      long id, CelExpr whole, CelExpr operand, String name, Role role, int level) {
    key.append('.').append(name.length()).append(':').append(name);
    typeOf(operand).ifPresent(type -> owners.put(id, type));
    typeOf(whole).ifPresent(type -> mark(type, role));
    return CelExpr.ofSelect(id, part(operand, Role.OPERAND, level + 1), name, false);
  }

  private CelExpr call(long id, CelExpr expression, Role role, int level) {
    CelExpr.CelCall call = expression.call();
    ImmutableList<CelExpr> arguments = call.args();
    if (Paths.isIdentity(expression)) {
      return attribute(id, expression, arguments.get(0), Path.IDENTITY, role, level);
    }
    String function = call.function();
    switch (function) {
      case Operators.INDEX, Operators.OPTIONAL_INDEX, Operators.OPTIONAL_SELECT -> {
        return index(id, expression, role, level);
      }
      case "omit" -> {
        if (!role.omittable() && arguments.isEmpty()) {
          String detail =
              "omit() is a result, alone or in a branch of a condition: here it is an operand.";
          problems.add(
              new Problem(ExpressionProblems.MISPLACED_OMIT, detail, offsets.get((int) id)));
        }
      }
      default -> {}
    }
    key.append('(').append(function).append(arguments.size());
    Optional<CelExpr> target = call.target().map(receiver -> receiver(receiver, function, level));
    ImmutableList.Builder<CelExpr> shaped = ImmutableList.builder();
    for (int i = 0; i < arguments.size(); i++) {
      shaped.add(part(arguments.get(i), argumentRole(function, i, role), level + 1));
    }
    key.append(')');
    return CelExpr.ofCall(id, target, function, shaped.build());
  }

  private CelExpr receiver(CelExpr receiver, String function, int level) {
    boolean optionals =
        OPTIONALS.contains(function)
            && receiver.getKind() == CelExpr.ExprKind.Kind.IDENT
            && receiver.ident().name().equals("optional")
            && !locals.containsKey("optional")
            && scope.root("optional").isEmpty();
    key.append('>');
    if (optionals) {
      key.append("optional");
      return CelExpr.ofIdent(number(paths.offset(receiver)), "optional");
    }
    return part(
        receiver,
        PASSING.contains(function) ? Role.PASSED : argumentRole(function, 0, Role.ARGUMENT),
        level + 1);
  }

  private static Role argumentRole(String function, int index, Role role) {
    return switch (function) {
      case Operators.CONDITIONAL -> index == 0 ? Role.ARGUMENT : role.part();
      case Operators.SORTED, "size" -> Role.RANGE;
      case Operators.ITEMS -> Role.OPERAND;
      case Operators.IN -> index == 1 ? Role.RANGE : Role.ARGUMENT;
      case Operators.APPEND -> index == 1 ? Role.PASSED : Role.ARGUMENT;
      default -> PASSING.contains(function) ? Role.PASSED : Role.ARGUMENT;
    };
  }

  /** A constant key becomes an attribute: CEL types those of structs, and not their indexes. */
  private CelExpr index(long id, CelExpr expression, Role role, int level) {
    String function = expression.call().function();
    CelExpr operand = expression.call().args().get(0);
    CelExpr index = expression.call().args().get(1);
    boolean constant = Paths.step(index).filter(step -> step instanceof ValuePath.Key).isPresent();
    if (constant && function.equals(Operators.INDEX)) {
      String name = index.constant().stringValue();
      return attribute(id, expression, operand, name, role, level);
    }
    typeOf(operand).ifPresent(type -> owners.put(id, type));
    typeOf(expression).ifPresent(type -> mark(type, role));
    String called = constant ? Operators.OPTIONAL_SELECT : function;
    key.append('(').append(called);
    CelExpr shaped = part(operand, Role.OPERAND, level + 1);
    CelExpr at;
    if (constant) {
      String name = index.constant().stringValue();
      key.append(name.length()).append(':').append(name);
      at = CelExpr.ofConstant(number(paths.offset(index)), index.constant());
    } else {
      at = part(index, Role.ARGUMENT, level + 1);
    }
    key.append(')');
    return CelExpr.ofCall(id, Optional.empty(), called, ImmutableList.of(shaped, at));
  }

  private CelExpr list(long id, CelExpr.CelList list, Role role, int level) {
    key.append('[').append(list.optionalIndices());
    ImmutableList.Builder<CelExpr> elements = ImmutableList.builder();
    for (CelExpr element : list.elements()) {
      elements.add(part(element, role.part(), level + 1));
    }
    key.append(']');
    return view(id, CelExpr.ofList(id, elements.build(), list.optionalIndices()));
  }

  private CelExpr map(long id, CelExpr.CelMap map, Role role, int level) {
    key.append('{');
    ImmutableList.Builder<CelExpr.CelMap.Entry> entries = ImmutableList.builder();
    for (CelExpr.CelMap.Entry entry : map.entries()) {
      key.append(entry.optionalEntry() ? '?' : '!');
      CelExpr name = part(entry.key(), Role.ARGUMENT, level + 1);
      CelExpr value = part(entry.value(), role.part(), level + 1);
      long number = number(paths.offset(entry.key()));
      entries.add(CelExpr.ofMapEntry(number, name, value, entry.optionalEntry()));
    }
    key.append('}');
    return view(id, CelExpr.ofMap(id, entries.build()));
  }

  /**
   * CEL walks through its own containers wherever they pass, and so for ever where parts are
   * shared.
   */
  private static CelExpr view(long id, CelExpr literal) {
    return CelExpr.ofCall(VIEWS + id, Optional.empty(), Operators.VIEW, ImmutableList.of(literal));
  }

  private CelExpr comprehension(long id, CelExpr expression, Role role, int level) {
    CelExpr.CelComprehension loop = expression.comprehension();
    key.append('<').append(loop.iterVar()).append(',').append(loop.accuVar()).append(',');
    Optional<Typed> range = typeOf(loop.iterRange());
    CelExpr over = part(loop.iterRange(), Role.RANGE, level + 1);
    CelExpr init = part(loop.accuInit(), Role.ARGUMENT, level + 1);
    Map<String, Optional<Typed>> outside = locals;
    locals = with(outside, loop.accuVar(), Optional.empty());
    Map<String, Optional<Typed>> after = locals;
    locals = with(locals, loop.iterVar(), range.flatMap(Shaper::item));
    CelExpr condition = part(loop.loopCondition(), Role.ARGUMENT, level + 1);
    CelExpr step = part(loop.loopStep(), Role.PASSED, level + 1);
    locals = after;
    CelExpr result = part(loop.result(), role, level + 1);
    locals = outside;
    key.append('>');
    return CelExpr.ofComprehension(
        id, loop.iterVar(), over, loop.accuVar(), init, condition, step, result);
  }

  private static Map<String, Optional<Typed>> with(
      Map<String, Optional<Typed>> locals, String name, Optional<Typed> type) {
    Map<String, Optional<Typed>> more = new HashMap<>(locals);
    more.put(name, type);
    return more;
  }

  private static Optional<Typed> item(Typed range) {
    if (range instanceof Typed.Maybe items) {
      return Optional.of(items.some());
    }
    return isMap(range) ? Optional.of(Types.plain(ValueType.STRING)) : Types.element(range);
  }

  private static boolean isMap(Typed type) {
    return !(type instanceof Typed.Plain plain)
        || plain.type() instanceof ValueType.MapType
        || plain.type() instanceof ValueType.ObjectType;
  }

  /** The type of a part of the expression as far as it is a path, constant or not. */
  private Optional<Typed> typeOf(CelExpr expression) {
    Path path = paths.of(expression, locals.keySet());
    if (path != null) {
      return typing.resolve(path) instanceof Resolution.Resolved resolved
          ? Optional.of(resolved.type())
          : Optional.empty();
    }
    return switch (expression.getKind()) {
      case IDENT -> locals.getOrDefault(expression.ident().name(), Optional.empty());
      case SELECT -> {
        ValuePath.Step field = new ValuePath.Key(expression.select().field());
        yield typeOf(expression.select().operand()).flatMap(type -> Types.enter(type, field));
      }
      case CALL -> typeOfCall(expression);
      default -> Optional.empty();
    };
  }

  private Optional<Typed> typeOfCall(CelExpr expression) {
    ImmutableList<CelExpr> arguments = expression.call().args();
    if (Paths.isIdentity(expression)) {
      return Optional.of(Types.plain(ValueType.STRING));
    }
    return switch (expression.call().function()) {
      case Operators.SORTED -> typeOf(arguments.get(0));
      case Operators.ITEMS -> typeOf(arguments.get(0)).map(Typed.Maybe::new);
      case Operators.INDEX, Operators.OPTIONAL_INDEX, Operators.OPTIONAL_SELECT -> {
        Optional<ValuePath.Step> step = Paths.step(arguments.get(1));
        yield typeOf(arguments.get(0))
            .flatMap(
                type -> step.isPresent() ? Types.enter(type, step.get()) : Types.element(type));
      }
      default -> Optional.empty();
    };
  }
}
