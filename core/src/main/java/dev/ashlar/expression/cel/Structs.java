package dev.ashlar.expression.cel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.ashlar.cel.common.types.CelType;
import dev.ashlar.cel.common.types.CelTypeProvider;
import dev.ashlar.cel.common.types.StructType;
import dev.ashlar.expression.Typed;
import dev.ashlar.expression.path.Path;
import dev.ashlar.expression.path.Types;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.ValueType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The structs that one expression meets inside containers, by name. CEL asks for them one by one;
 * it must never be given message types, for then it asks for all at once.
 */
@SuppressWarnings("Immutable") // Of CEL's annotation: nothing is added once CEL asks.
final class Structs implements CelTypeProvider {
  private final Map<String, Typed> types = new HashMap<>();

  /** The name under which CEL knows a struct. */
  String name(Typed.Struct struct) {
    types.put(struct.name(), struct);
    return struct.name();
  }

  /** The name under which CEL knows an object. */
  String name(ValueType.ObjectType object, boolean secret) {
    String name = (secret ? "secret " : "") + object;
    types.put(name, new Typed.Plain(object, secret));
    return name;
  }

  /** The type of the values of a struct. */
  ValueType value(String name) {
    Typed type = types.get(name);
    return type == null ? ValueType.ANY : Types.value(type);
  }

  @Override
  public ImmutableList<CelType> types() {
    return ImmutableList.of();
  }

  @Override
  public Optional<CelType> findType(String name) {
    return Optional.ofNullable(types.get(name)).map(type -> struct(name, type));
  }

  private CelType struct(String name, Typed type) {
    ImmutableSet<String> names =
        type instanceof Typed.Struct struct
            ? ImmutableSet.<String>builder()
                .addAll(struct.attributes().names())
                .add(Path.ID, Path.IDENTITY)
                .build()
            : ImmutableSet.copyOf(
                ((ValueType.ObjectType) ((Typed.Plain) type).type()).fields().keySet());
    return StructType.create(
        name,
        names,
        field ->
            Types.enter(type, new ValuePath.Key(field)).map(part -> CelTypes.part(part, this)));
  }
}
