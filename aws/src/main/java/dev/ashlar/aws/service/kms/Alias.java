package dev.ashlar.aws.service.kms;

import static dev.ashlar.aws.service.kms.Kms.ACTIONS;

import dev.ashlar.aws.service.AttributeTexts;
import dev.ashlar.aws.service.Change;
import dev.ashlar.aws.service.Pages;
import dev.ashlar.aws.service.Step;
import dev.ashlar.aws.service.Tuned;
import dev.ashlar.aws.service.Wanted;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.kms.KmsAsyncClient;
import software.amazon.awssdk.services.kms.model.AliasListEntry;
import software.amazon.awssdk.services.kms.model.CreateAliasRequest;
import software.amazon.awssdk.services.kms.model.DeleteAliasRequest;
import software.amazon.awssdk.services.kms.model.DescribeKeyRequest;
import software.amazon.awssdk.services.kms.model.ListAliasesRequest;
import software.amazon.awssdk.services.kms.model.ListAliasesResponse;
import software.amazon.awssdk.services.kms.model.UpdateAliasRequest;

/** Another name of a key. The key may be said by its identifier or by its ARN. */
record Alias(KmsAsyncClient kms) implements Tuned {
  private static final String NAME = "AliasName";
  private static final String TARGET = "TargetKeyId";

  @Override
  public boolean isSame(MapValue there, MapValue wanted) {
    return there.get(TARGET).equals(wanted.get(TARGET));
  }

  @Override
  public CompletableFuture<Step> create(Wanted wanted) {
    String name = AttributeTexts.text(wanted.spec().get(NAME));
    return ACTIONS
        .send(
            kms::createAlias,
            CreateAliasRequest.builder()
                .aliasName(name)
                .targetKeyId(AttributeTexts.text(wanted.spec().get(TARGET)))
                .build())
        .thenApply(made -> Step.last(name));
  }

  @Override
  public CompletableFuture<Optional<MapValue>> read(String id, MapValue set) {
    return ACTIONS
        .find(kms::describeKey, DescribeKeyRequest.builder().keyId(id).build())
        .thenApply(
            found ->
                found.map(
                    told ->
                        MapValue.EMPTY
                            .with(NAME, Value.of(id))
                            .with(TARGET, target(told.keyMetadata().keyId(), set.get(TARGET)))));
  }

  private static Value target(String key, Value set) {
    return set.toString().endsWith("/" + key) ? set : Value.of(key);
  }

  @Override
  public CompletableFuture<Step> update(Change change) {
    return ACTIONS
        .send(
            kms::updateAlias,
            UpdateAliasRequest.builder()
                .aliasName(change.id())
                .targetKeyId(AttributeTexts.text(change.wanted(TARGET)))
                .build())
        .thenApply(done -> Step.last(change.id()));
  }

  @Override
  public CompletableFuture<Step> delete(String id, MapValue was) {
    return ACTIONS
        .remove(kms::deleteAlias, DeleteAliasRequest.builder().aliasName(id).build())
        .thenApply(gone -> Step.last(id));
  }

  @Override
  public CompletableFuture<List<String>> list(Wanted wanted) {
    if (wanted.spec().get(NAME) instanceof Value.TextValue name) {
      return CompletableFuture.completedFuture(List.of(name.text()));
    }
    return Pages.<ListAliasesResponse, AliasListEntry>all(
            next ->
                ACTIONS.send(kms::listAliases, ListAliasesRequest.builder().marker(next).build()),
            ListAliasesResponse::aliases,
            ListAliasesResponse::nextMarker)
        .thenApply(all -> all.stream().map(AliasListEntry::aliasName).toList());
  }
}
