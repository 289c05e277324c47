package dev.ashlar.value;

/** Which values a type takes: {@link ValueType#accepts}. */
final class Acceptance {
  private Acceptance() {}

  static boolean of(ValueType type, ValueType other) {
    if (type == ValueType.ANY
        || other == ValueType.ANY
        || other == ValueType.NULL
        || type.equals(other)) {
      return true;
    }
    if (type == ValueType.NUMBER) {
      return other == ValueType.INTEGER;
    }
    if (type instanceof ValueType.ListType list) {
      return other instanceof ValueType.ListType others && list.items().accepts(others.items());
    }
    if (type instanceof ValueType.MapType map) {
      if (other instanceof ValueType.ObjectType object) {
        return object.fields().values().stream().allMatch(map.values()::accepts);
      }
      return other instanceof ValueType.MapType others && map.values().accepts(others.values());
    }
    if (type instanceof ValueType.ObjectType object) {
      if (other instanceof ValueType.MapType others) {
        return object.fields().values().stream().allMatch(field -> field.accepts(others.values()));
      }
      return other instanceof ValueType.ObjectType others
          && others.fields().entrySet().stream()
              .allMatch(
                  field ->
                      object.fields().containsKey(field.getKey())
                          && object.fields().get(field.getKey()).accepts(field.getValue()));
    }
    return false;
  }
}
