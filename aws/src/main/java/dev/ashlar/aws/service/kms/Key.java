package dev.ashlar.aws.service.kms;

import static dev.ashlar.aws.service.kms.Kms.ACTIONS;

import dev.ashlar.aws.service.Change;
import dev.ashlar.aws.service.Names;
import dev.ashlar.aws.service.Pages;
import dev.ashlar.aws.service.Pojos;
import dev.ashlar.aws.service.Step;
import dev.ashlar.aws.service.Told;
import dev.ashlar.aws.service.Tuned;
import dev.ashlar.aws.service.Wanted;
import dev.ashlar.connector.Failure;
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.kms.KmsAsyncClient;
import software.amazon.awssdk.services.kms.model.CreateKeyRequest;
import software.amazon.awssdk.services.kms.model.DescribeKeyRequest;
import software.amazon.awssdk.services.kms.model.KeyListEntry;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.ListKeysRequest;
import software.amazon.awssdk.services.kms.model.ListKeysResponse;
import software.amazon.awssdk.services.kms.model.ScheduleKeyDeletionRequest;

/** A key. One that waits for its deletion counts as gone: nobody can use it. */
final class Key implements Tuned {
  private static final Names NAMES =
      Names.SAME.with("KeyPolicy", "Policy").with("Key", "TagKey").with("Value", "TagValue");
  private static final List<String> FIXED = List.of("KeySpec", "KeyUsage", "MultiRegion", "Origin");
  private static final String WINDOW = "PendingWindowInDays";

  private final KmsAsyncClient kms;
  private final ResourceSchema schema;
  private final KeySettings settings;

  Key(KmsAsyncClient kms, ResourceSchema schema) {
    this.kms = kms;
    this.schema = schema;
    this.settings = new KeySettings(kms);
  }

  @Override
  public boolean settles() {
    return true;
  }

  @Override
  public CompletableFuture<Step> create(Wanted wanted) {
    MapValue spec =
        wanted
            .spec()
            .without("Enabled")
            .without("EnableKeyRotation")
            .without("RotationPeriodInDays")
            .without(WINDOW);
    return ACTIONS
        .send(kms::createKey, Pojos.of(CreateKeyRequest.builder(), spec, NAMES))
        .thenApply(made -> Step.more(made.keyMetadata().keyId()));
  }

  @Override
  public CompletableFuture<Step> settle(Operation operation, String id, MapValue spec) {
    return settings
        .rotate(id, spec.get("EnableKeyRotation"), spec.get("RotationPeriodInDays"), false)
        .thenCompose(done -> settings.enable(id, spec.get("Enabled"), false))
        .thenApply(done -> Step.last(id));
  }

  private CompletableFuture<Optional<KeyMetadata>> describe(String id) {
    return ACTIONS
        .find(kms::describeKey, DescribeKeyRequest.builder().keyId(id).build())
        .thenApply(found -> found.map(told -> told.keyMetadata()).filter(Key::isThere));
  }

  private static boolean isThere(KeyMetadata key) {
    return key.keyState() != KeyState.PENDING_DELETION
        && key.keyState() != KeyState.PENDING_REPLICA_DELETION;
  }

  @Override
  public CompletableFuture<Optional<MapValue>> read(String id, MapValue set) {
    return describe(id)
        .thenCompose(
            found ->
                found.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : settings
                        .told(found.get(), new Told(schema, NAMES).model(found.get()), set)
                        .thenApply(Optional::of));
  }

  @Override
  public CompletableFuture<Step> update(Change change) {
    for (String fixed : FIXED) {
      if (change.concerns(fixed)) {
        throw Failure.needsReplacement(fixed + " of a key cannot be changed: it takes another key")
            .toException();
      }
    }
    return settings.update(change).thenApply(done -> Step.last(change.id()));
  }

  @Override
  public CompletableFuture<Step> delete(String id, MapValue was) {
    ScheduleKeyDeletionRequest.Builder request = ScheduleKeyDeletionRequest.builder().keyId(id);
    if (was.get(WINDOW) instanceof Value.NumberValue days) {
      request.pendingWindowInDays(days.number().intValue());
    }
    return describe(id)
        .thenCompose(
            there ->
                there.isEmpty()
                    ? CompletableFuture.completedFuture(null)
                    : ACTIONS.remove(kms::scheduleKeyDeletion, request.build()))
        .thenApply(gone -> Step.last(id));
  }

  @Override
  public CompletableFuture<List<String>> list(Wanted wanted) {
    if (wanted.spec().get("KeyId") instanceof Value.TextValue id) {
      return CompletableFuture.completedFuture(List.of(id.text()));
    }
    return Pages.<ListKeysResponse, KeyListEntry>all(
            next -> ACTIONS.send(kms::listKeys, ListKeysRequest.builder().marker(next).build()),
            ListKeysResponse::keys,
            ListKeysResponse::nextMarker)
        .thenApply(all -> all.stream().map(KeyListEntry::keyId).toList());
  }
}
