package dev.ashlar.expression.cel;

import static dev.ashlar.cel.common.types.SimpleType.BOOL;
import static dev.ashlar.cel.common.types.SimpleType.DOUBLE;
import static dev.ashlar.cel.common.types.SimpleType.DYN;
import static dev.ashlar.cel.common.types.SimpleType.INT;
import static dev.ashlar.cel.common.types.SimpleType.NULL_TYPE;
import static dev.ashlar.cel.common.types.SimpleType.STRING;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import dev.ashlar.cel.common.CelOverloadDecl;
import dev.ashlar.cel.common.types.CelType;
import dev.ashlar.cel.common.types.ListType;
import dev.ashlar.cel.common.types.MapType;
import dev.ashlar.cel.common.types.NullableType;
import dev.ashlar.cel.common.types.OptionalType;
import dev.ashlar.cel.common.types.TypeParamType;
import dev.ashlar.cel.common.values.NullValue;
import dev.ashlar.expression.HostFunction;
import dev.ashlar.expression.Typed;
import dev.ashlar.expression.function.Cidr;
import dev.ashlar.expression.function.Doubles;
import dev.ashlar.expression.function.Format;
import dev.ashlar.expression.function.Json;
import dev.ashlar.expression.function.Lists;
import dev.ashlar.expression.function.Refusal;
import dev.ashlar.expression.function.Texts;
import dev.ashlar.value.Value;
import dev.ashlar.value.digest.Sha256;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** All functions that are ours: those of the language, and CEL's where its own do not do. */
final class Vocabulary {
  private static final CelType A = TypeParamType.create("A");
  private static final CelType LIST = ListType.create(A);
  private static final CelType MAP = MapType.create(STRING, A);
  private static final CelType ANY_MAP = MapType.create(TypeParamType.create("K"), A);

  private final int limit;
  private final Functions functions = new Functions();

  private Vocabulary(int limit) {
    this.limit = limit;
  }

  /** The functions; none makes more than a number of characters and items. */
  static Functions of(int limit, List<HostFunction> foreign) {
    Vocabulary vocabulary = new Vocabulary(limit);
    vocabulary.texts();
    vocabulary.containers();
    vocabulary.encodings();
    vocabulary.equality();
    vocabulary.arithmetic();
    vocabulary.conditions();
    vocabulary.loops();
    foreign.forEach(vocabulary::foreign);
    return vocabulary.functions;
  }

  private void texts() {
    ImmutableList<CelType> text = ImmutableList.of(STRING);
    ImmutableList<CelType> two = ImmutableList.of(STRING, STRING);
    functions
        .both("lower", "lower", STRING, text, a -> ((String) a[0]).toLowerCase(Locale.ROOT))
        .both("upper", "upper", STRING, text, a -> ((String) a[0]).toUpperCase(Locale.ROOT))
        .both("lowerAscii", "lower_ascii", STRING, text, a -> Ascii.toLowerCase((String) a[0]))
        .both("upperAscii", "upper_ascii", STRING, text, a -> Ascii.toUpperCase((String) a[0]))
        .both("trim", "trim", STRING, text, a -> Texts.trim((String) a[0]))
        .both("split", "split", ListType.create(STRING), two, a -> split(a, -1))
        .both(
            "split",
            "split_limit",
            ListType.create(STRING),
            ImmutableList.of(STRING, STRING, INT),
            a -> split(a, (Long) a[2]))
        .both(
            "replace",
            "replace",
            STRING,
            ImmutableList.of(STRING, STRING, STRING),
            a -> replace(a, -1))
        .both(
            "replace",
            "replace_limit",
            STRING,
            ImmutableList.of(STRING, STRING, STRING, INT),
            a -> replace(a, (Long) a[3]))
        .both("format", "format", STRING, ImmutableList.of(STRING, LIST), this::format)
        .both("join", "join", STRING, ImmutableList.of(LIST), a -> join(a[0], ""))
        .both("join", "join_by", STRING, ImmutableList.of(LIST, STRING), a -> join(a[0], a[1]))
        .bind("matches", "matches", two, a -> Matching.matches((String) a[0], (String) a[1]))
        .bind(
            "matches", "matches_string", two, a -> Matching.matches((String) a[0], (String) a[1]));
  }

  private Object split(Object[] a, long most) {
    List<String> parts = Texts.split((String) a[0], (String) a[1], most);
    bound(parts.size());
    return ListView.of(List.copyOf(parts));
  }

  private String replace(Object[] a, long times) {
    return Texts.replace((String) a[0], (String) a[1], (String) a[2], times, limit);
  }

  private Object format(Object[] a) {
    return whole(a[1], list -> Format.format((String) a[0], items(list), limit));
  }

  private Object join(Object list, Object separator) {
    return whole(list, all -> Lists.join(items(all), (String) separator, limit));
  }

  private void containers() {
    ImmutableList<CelType> list = ImmutableList.of(LIST);
    functions
        .both(
            "distinct",
            "distinct",
            LIST,
            list,
            a -> whole(a[0], all -> known(Lists.distinct(items(all)))))
        .both("sort", "sort", LIST, list, a -> whole(a[0], all -> known(Lists.sort(items(all)))))
        .both("flatten", "flatten", LIST, ImmutableList.of(ListType.create(LIST)), this::flatten)
        .global(
            Operators.MERGE, "merge_maps", MAP, ImmutableList.of(ListType.create(MAP)), this::merge)
        .global(
            Operators.IS_SET,
            "is_set",
            BOOL,
            ImmutableList.of(A),
            a -> !(a[0] instanceof NullValue))
        .global("omit", "omit", A, ImmutableList.of(), a -> Omission.OMIT);
  }

  private Object flatten(Object[] a) {
    List<Object> flat = ListView.of(List.of());
    for (Object inner : (Collection<?>) a[0]) {
      if (Unknowns.is(inner)) {
        return inner;
      }
      if (!(inner instanceof List<?> items)) {
        throw Refusal.argument("flatten() takes a list of lists.");
      }
      bound(flat.size() + items.size());
      flat = ListView.concat(flat, items);
    }
    return flat;
  }

  private Object merge(Object[] a) {
    TreeMap<String, MapView> sources = new TreeMap<>();
    for (Object map : (Collection<?>) a[0]) {
      if (Unknowns.is(map)) {
        return map;
      }
      if (!(map instanceof MapView view)) {
        throw Refusal.argument("merge() takes maps.");
      }
      for (Object key : view.keySet()) {
        if (!(key instanceof String name)) {
          throw Refusal.argument("merge() takes maps whose keys are texts.");
        }
        sources.put(name, view);
      }
      bound(sources.size());
    }
    return MapView.merged(sources);
  }

  private void encodings() {
    ImmutableList<CelType> text = ImmutableList.of(STRING);
    functions
        .global(
            "jsonEncode",
            "json_encode",
            STRING,
            ImmutableList.of(A),
            a -> whole(a[0], Json::encode))
        .global(
            "jsonDecode", "json_decode", DYN, text, a -> Inward.known(Json.decode((String) a[0])))
        .global(
            "base64Encode", "base64_encode", STRING, text, a -> Texts.base64Encode((String) a[0]))
        .global(
            "base64Decode", "base64_decode", STRING, text, a -> Texts.base64Decode((String) a[0]))
        .global("sha256", "sha256", STRING, text, a -> Sha256.of((String) a[0]))
        .global(
            "cidrSubnet",
            "cidr_subnet",
            STRING,
            ImmutableList.of(STRING, INT, INT),
            a -> Cidr.of("cidrSubnet", (String) a[0]).subnet((Long) a[1], (Long) a[2]))
        .global(
            "cidrHost",
            "cidr_host",
            STRING,
            ImmutableList.of(STRING, INT),
            a -> Cidr.of("cidrHost", (String) a[0]).host((Long) a[1]))
        .bind("string", "int64_to_string", ImmutableList.of(INT), a -> a[0].toString())
        .bind(
            "string",
            "double_to_string",
            ImmutableList.of(DOUBLE),
            a -> Doubles.text((Double) a[0]));
  }

  private void equality() {
    ImmutableList<CelType> two = ImmutableList.of(A, A);
    functions
        .bind(Operators.EQUALS, "equals", two, a -> equal(a[0], a[1], true))
        .bind(Operators.NOT_EQUALS, "not_equals", two, a -> equal(a[0], a[1], false))
        .bind(Operators.IN, "in_list", ImmutableList.of(A, LIST), this::in)
        .global(
            Operators.IN,
            "in_list_int64_double",
            BOOL,
            ImmutableList.of(INT, ListType.create(DOUBLE)),
            this::in)
        .global(
            Operators.IN,
            "in_list_double_int64",
            BOOL,
            ImmutableList.of(DOUBLE, ListType.create(INT)),
            this::in)
        .bind(
            Operators.IN,
            "in_map",
            ImmutableList.of(A, ANY_MAP),
            a -> ((Map<?, ?>) a[1]).containsKey(a[0]));
    List<List<CelType>> pairs = new ArrayList<>();
    pairs.add(List.of(INT, DOUBLE));
    pairs.add(List.of(DOUBLE, INT));
    for (CelType type : List.of(STRING, INT, DOUBLE, BOOL, LIST, MAP)) {
      pairs.add(List.of(type, NULL_TYPE));
      pairs.add(List.of(NULL_TYPE, type));
    }
    for (List<CelType> pair : pairs) {
      String id = pair.get(0).kind() + "_" + pair.get(1).kind();
      ImmutableList<CelType> types = ImmutableList.copyOf(pair);
      functions
          .declare(Operators.EQUALS, CelOverloadDecl.newGlobalOverload("eq_" + id, BOOL, types))
          .declare(Operators.NOT_EQUALS, CelOverloadDecl.newGlobalOverload("ne_" + id, BOOL, types))
          .bind(Operators.EQUALS, "eq_" + id, two, a -> equal(a[0], a[1], true))
          .bind(Operators.NOT_EQUALS, "ne_" + id, two, a -> equal(a[0], a[1], false));
    }
  }

  private Object equal(Object a, Object b, boolean wanted) {
    return Equality.of(a, b, limit).<Object>map(same -> same == wanted).orElseGet(Unknowns::some);
  }

  private Object in(Object[] a) {
    boolean unknown = false;
    for (Object item : (Collection<?>) a[1]) {
      Optional<Boolean> same =
          Unknowns.is(item) ? Optional.empty() : Equality.of(a[0], item, limit);
      if (same.isPresent() && same.get()) {
        return true;
      }
      unknown |= same.isEmpty();
    }
    return unknown ? Unknowns.some() : (Object) false;
  }

  private void arithmetic() {
    functions.bind(
        Operators.ADD,
        "add_list",
        ImmutableList.of(LIST, LIST),
        a -> ListView.concat((List<?>) a[0], (List<?>) a[1]));
    mixed(Operators.ADD, "add", (x, y) -> x + y);
    mixed(Operators.SUBTRACT, "subtract", (x, y) -> x - y);
    mixed(Operators.MULTIPLY, "multiply", (x, y) -> x * y);
    mixed(Operators.DIVIDE, "divide", (x, y) -> x / y);
  }

  /** Calculates with two doubles. */
  @FunctionalInterface
  private interface Calculation {
    double of(double x, double y);
  }

  private void mixed(String operator, String name, Calculation calculation) {
    Functions.Body body =
        a -> calculation.of(((Number) a[0]).doubleValue(), ((Number) a[1]).doubleValue());
    functions
        .global(operator, name + "_int64_double", DOUBLE, ImmutableList.of(INT, DOUBLE), body)
        .global(operator, name + "_double_int64", DOUBLE, ImmutableList.of(DOUBLE, INT), body);
  }

  /** CEL's condition takes two of one type; here one of them may also be null. */
  private void conditions() {
    for (CelType type : List.of(STRING, INT, DOUBLE, BOOL, LIST, MAP)) {
      // CEL cannot make lists and maps of open types nullable; their null shows when it is used.
      boolean open = type.equals(LIST) || type.equals(MAP);
      CelType nullable = open ? type : NullableType.create(type);
      String id = "conditional_" + type.kind();
      functions
          .declare(
              Operators.CONDITIONAL,
              CelOverloadDecl.newGlobalOverload(id + "_null", nullable, BOOL, type, NULL_TYPE))
          .declare(
              Operators.CONDITIONAL,
              CelOverloadDecl.newGlobalOverload(id + "_or_null", nullable, BOOL, NULL_TYPE, type));
    }
    for (List<CelType> types : List.of(List.of(INT, DOUBLE), List.of(DOUBLE, INT))) {
      functions.declare(
          Operators.CONDITIONAL,
          CelOverloadDecl.newGlobalOverload(
              Widening.OVERLOAD + types.get(0).kind(), DOUBLE, BOOL, types.get(0), types.get(1)));
    }
  }

  private void foreign(HostFunction function) {
    Structs none = new Structs();
    ImmutableList<CelType> parameters =
        function.parameters().stream()
            .map(type -> CelTypes.part(new Typed.Plain(type, false), none))
            .collect(ImmutableList.toImmutableList());
    functions.both(
        function.name(),
        "host_" + function.name(),
        CelTypes.part(new Typed.Plain(function.result(), false), none),
        parameters,
        arguments -> {
          List<Value> values = new ArrayList<>(arguments.length);
          for (Object argument : arguments) {
            values.add(Whole.opened(Outward.argument(limit).of(argument)));
          }
          return Inward.known(function.body().apply(values));
        });
  }

  private void loops() {
    CelType optional = OptionalType.create(A);
    functions
        .global(Operators.ITEMS, "items", LIST, ImmutableList.of(optional), Vocabulary::items)
        .global(Operators.ONLY, "only", optional, ImmutableList.of(LIST), a -> only(a[0]))
        .global(
            Operators.FLAT,
            "flat",
            optional,
            ImmutableList.of(ListType.create(optional)),
            this::flat)
        .global(Operators.SORTED, "sorted", A, ImmutableList.of(A), a -> a[0])
        .global(Operators.VIEW, "view", A, ImmutableList.of(A), a -> view(a[0]))
        .global(Operators.GATHER, "gather", LIST, ImmutableList.of(), a -> new Accumulator())
        .declare(Operators.APPEND, CelOverloadDecl.newGlobalOverload("append", LIST, LIST, A))
        .bind(
            Operators.APPEND,
            "append",
            ImmutableList.of(A, A),
            a -> ((Accumulator) a[0]).append(a[1]))
        .declare(Operators.GATHERED, CelOverloadDecl.newGlobalOverload("gathered", LIST, LIST))
        .bind(
            Operators.GATHERED, "gathered", ImmutableList.of(A), a -> ((Accumulator) a[0]).done());
  }

  private static Object items(Object[] a) {
    return ListView.of(((Optional<?>) a[0]).<List<Object>>map(List::of).orElseGet(List::of));
  }

  private static Object only(Object list) {
    List<?> items = (List<?>) list;
    return items.isEmpty() ? Optional.empty() : Optional.of(items.get(0));
  }

  private Object flat(Object[] a) {
    List<?> items = (List<?>) a[0];
    return items.isEmpty() ? Optional.empty() : items.get(0);
  }

  @SuppressWarnings("unchecked")
  private static Object view(Object made) {
    if (made instanceof List<?> list) {
      return ListView.of((List<Object>) list);
    }
    return made instanceof Map<?, ?> map ? MapView.of(map) : made;
  }

  private Object whole(Object argument, Function<Value, Object> then) {
    Optional<Value> known = new Whole(limit).of(argument);
    return known.isPresent() ? then.apply(known.get()) : Unknowns.some();
  }

  private static List<Value> items(Value list) {
    if (list instanceof Value.ListValue items) {
      return items.items();
    }
    throw Refusal.argument("A list is needed here.");
  }

  private static Object known(List<Value> items) {
    return Inward.known(Value.list(items));
  }

  private void bound(long size) {
    if (size > limit) {
      throw Refusal.size(limit);
    }
  }
}
