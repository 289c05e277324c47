package dev.ashlar.testkit.contract;

import dev.ashlar.connector.Provider;
import dev.ashlar.connector.ProviderSession;
import dev.ashlar.schema.Codec;
import dev.ashlar.value.Value;
import java.util.Optional;

/** A provider that is opened once more, as another process would. */
final class Elsewhere {
  private Elsewhere() {}

  static ProviderSession open(Lab lab) {
    Value.MapValue configuration =
        lab.samples().configuration().map(Terms::value).orElse(Value.MapValue.EMPTY);
    return new TapedProvider(lab.samples().provider(), lab.tape()).open(new Opening(configuration));
  }

  private record Opening(Value.MapValue configuration) implements Provider.OpenRequest {
    @Override
    public <C> C configuration(Class<C> type) {
      return type.isInstance(configuration)
          ? type.cast(configuration)
          : Codec.of(type).decode(configuration);
    }
  }

  /** Whether there is anything to be said of an id. */
  static Optional<String> id(Object answer) {
    return answer instanceof dev.ashlar.connector.Result<?> result ? result.id() : Optional.empty();
  }
}
