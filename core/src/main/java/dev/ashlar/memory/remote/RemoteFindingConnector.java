package dev.ashlar.memory.remote;

import dev.ashlar.connector.Findable;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.concurrent.CompletionStage;

/** The same for a type whose objects can be told apart. */
final class RemoteFindingConnector extends RemoteConnector implements Findable<MapValue, MapValue> {
  RemoteFindingConnector(ResourceSchema schema, MapValue configuration, Courier courier) {
    super(schema, configuration, courier);
  }

  @Override
  public CompletionStage<Finding<MapValue, MapValue>> find(FindRequest<MapValue> request) {
    return ask(
            request.timeout(),
            keyed("find", request)
                .with("spec", request.spec())
                .with("mark", request.ownershipMark())
                .with("since", Value.of(request.since().toString())))
        .thenApply(AnswerForm::finding);
  }
}
