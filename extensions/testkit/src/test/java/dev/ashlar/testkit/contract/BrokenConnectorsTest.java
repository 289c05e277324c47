package dev.ashlar.testkit.contract;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Expression;
import dev.ashlar.connector.Connector;
import dev.ashlar.connector.Failure;
import dev.ashlar.connector.Provider;
import dev.ashlar.connector.Reading;
import dev.ashlar.connector.Requests;
import dev.ashlar.connector.Result;
import dev.ashlar.memory.AnyValueDraft;
import dev.ashlar.memory.Bucket;
import dev.ashlar.memory.BucketDraft;
import dev.ashlar.memory.Database;
import dev.ashlar.memory.DatabaseDraft;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.memory.NetworkDraft;
import dev.ashlar.memory.SubnetDraft;
import dev.ashlar.memory.VirtualTime;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Immutability;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.testkit.ConnectorContract;
import dev.ashlar.testkit.ConnectorRule;
import dev.ashlar.testkit.Verdicts;
import dev.ashlar.value.Address;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A connector that breaks one promise is caught by the check that is meant for it. */
class BrokenConnectorsTest {
  private static final String BUCKET = "memory::Bucket";
  private static final BucketDraft SAMPLE =
      new BucketDraft("it").name("orders").versioning(Bucket.Versioning.ON);
  private static final String DATABASE = "memory::Database";
  private static final String CANARY = "canary-of-a-password";

  private final VirtualTime time = VirtualTime.create();
  private final MemoryCloud cloud = MemoryCloud.builder().time(time).build();

  @Test
  void aSoundOneIsNotAccused() {
    assertThat(broken(BUCKET, Broken::new).failed()).isEmpty();
    assertThat(broken(DATABASE, Broken::new).failed()).isEmpty();
  }

  @Test
  void aValueThatIsDropped() {
    caught(
        ConnectorRule.READS_BACK,
        "/Versioning",
        BUCKET,
        sound ->
            new Broken(sound) {
              @Override
              public CompletionStage<Reading<MapValue, MapValue>> read(
                  ReadRequest<MapValue, MapValue> request) {
                return sound.read(request).thenApply(it -> seen(it, "Versioning", Value.of("OFF")));
              }

              @Override
              public CompletionStage<Map<String, Reading<MapValue, MapValue>>> readAll(
                  BatchReadRequest<MapValue, MapValue> request) {
                return super.readAll(request)
                    .thenApply(
                        all -> {
                          Map<String, Reading<MapValue, MapValue>> seen = new LinkedHashMap<>();
                          all.forEach(
                              (id, it) -> seen.put(id, seen(it, "Versioning", Value.of("OFF"))));
                          return seen;
                        });
              }
            });
  }

  @Test
  void aChangeThatNobodyAskedFor() {
    caught(
        ConnectorRule.UPDATES_IN_PLACE,
        "/Versioning",
        BUCKET,
        sound ->
            new Broken(sound) {
              @Override
              public CompletionStage<Result<MapValue>> update(
                  UpdateRequest<MapValue, MapValue> request) {
                return sound.update(
                    updating(request, request.spec().with("Versioning", Value.of("SUSPENDED"))));
              }
            });
  }

  @Test
  void anUpdateThatChangesNothing() {
    caught(
        ConnectorRule.UPDATES_IN_PLACE,
        "/PublicAccess",
        BUCKET,
        sound ->
            new Broken(sound) {
              @Override
              public CompletionStage<Result<MapValue>> update(
                  UpdateRequest<MapValue, MapValue> request) {
                return completedFuture(Result.done(request.id(), request.outputs()));
              }
            });
  }

  /** The schema does not say that the attribute is immutable; the cloud leaves it as it is. */
  @Test
  void anImmutableAttributeThatIsUpdatedInPlace() {
    Verdicts verdicts =
        broken(
            BUCKET,
            schema -> with(schema, "ObjectLock", it -> it.immutability(Immutability.NO)),
            sound ->
                new Broken(sound) {
                  @Override
                  public CompletionStage<Result<MapValue>> update(
                      UpdateRequest<MapValue, MapValue> request) {
                    Value now = request.prior().get("ObjectLock");
                    return sound.update(updating(request, request.spec().with("ObjectLock", now)));
                  }
                });
    assertCaught(verdicts, ConnectorRule.UPDATES_IN_PLACE, "/ObjectLock");
  }

  @Test
  void anUpdateThatMovesTheObjectToAnotherIdentifier() {
    caught(
        ConnectorRule.UPDATES_IN_PLACE,
        "another Arn",
        "memory::Network",
        sound ->
            new Broken(sound) {
              @Override
              public CompletionStage<Result<MapValue>> update(
                  UpdateRequest<MapValue, MapValue> request) {
                return sound
                    .create(
                        Requests.create(
                            envelope(request.idempotencyKey() + "x"),
                            request.spec().without("Tags")))
                    .thenCompose(made -> sound.delete(deleting(request)).thenApply(gone -> made));
              }
            });
  }

  @Test
  void twoObjectsForOneKey() {
    AtomicInteger number = new AtomicInteger();
    caught(
        ConnectorRule.CREATES_ONCE,
        "with the same key",
        "memory::Value",
        sound ->
            new Broken(sound) {
              @Override
              public CompletionStage<Result<MapValue>> create(CreateRequest<MapValue> request) {
                return sound.create(
                    Requests.create(envelope("key" + number.incrementAndGet()), request.spec()));
              }
            });
  }

  @Test
  void aSecondDeleteThatFails() {
    caught(
        ConnectorRule.DELETES_TWICE,
        "the second delete",
        BUCKET,
        sound ->
            new Broken(sound) {
              @Override
              public CompletionStage<Result<MapValue>> delete(
                  DeleteRequest<MapValue, MapValue> request) {
                return sound
                    .read(reading(request.id()))
                    .thenCompose(
                        there ->
                            there.isFound()
                                ? sound.delete(request)
                                : CompletableFuture.failedFuture(
                                    Failure.notFound("it is not there").toException()));
              }
            });
  }

  @Test
  void aDeleteThatDeletesNothing() {
    caught(
        ConnectorRule.LEAVES_NOTHING,
        "still there",
        BUCKET,
        sound ->
            new Broken(sound) {
              @Override
              public CompletionStage<Result<MapValue>> delete(
                  DeleteRequest<MapValue, MapValue> request) {
                return completedFuture(Result.deleted());
              }
            });
  }

  @Test
  void aReadOfAMissingOneThatFails() {
    caught(
        ConnectorRule.READS_MISSING,
        "was deleted",
        BUCKET,
        sound ->
            new Broken(sound) {
              @Override
              public CompletionStage<Reading<MapValue, MapValue>> read(
                  ReadRequest<MapValue, MapValue> request) {
                return sound
                    .read(request)
                    .thenApply(
                        it -> {
                          if (!it.isFound()) {
                            throw Failure.notFound("it is not there").toException();
                          }
                          return it;
                        });
              }
            });
  }

  @Test
  void aReadThatNeedsWhatAnImportDoesNotHave() {
    caught(
        ConnectorRule.IMPORTS,
        "taking over",
        BUCKET,
        sound ->
            new Broken(sound) {
              @Override
              public CompletionStage<Reading<MapValue, MapValue>> read(
                  ReadRequest<MapValue, MapValue> request) {
                return request.spec().isPresent()
                    ? sound.read(request)
                    : CompletableFuture.failedFuture(
                        Failure.invalid("the spec is missing").toException());
              }
            });
  }

  @Test
  void aSecretThatIsEchoedByARead() {
    caught(
        ConnectorRule.KEEPS_SECRETS,
        "/AdminPassword",
        DATABASE,
        sound ->
            new Broken(sound) {
              @Override
              public CompletionStage<Reading<MapValue, MapValue>> read(
                  ReadRequest<MapValue, MapValue> request) {
                return sound
                    .read(request)
                    .thenApply(it -> seen(it, "AdminPassword", Value.secret(Value.of(CANARY))));
              }
            });
  }

  @Test
  void aSecretThatStandsInAMessage() {
    caught(
        ConnectorRule.KEEPS_SECRETS,
        "stands in clear",
        DATABASE,
        sound ->
            new Broken(sound) {
              @Override
              public CompletionStage<Result<MapValue>> create(CreateRequest<MapValue> request) {
                Value password = request.spec().get("AdminPassword");
                String text = Terms.clear(password).toString();
                return sound
                    .create(request)
                    .thenApply(
                        made ->
                            Result.inProgress(
                                made.token().orElseThrow() + "/" + text,
                                made.delay(),
                                made.id().orElseThrow()));
              }

              @Override
              public CompletionStage<Result<MapValue>> resume(ResumeRequest<MapValue> request) {
                String token = request.token().split("/" + CANARY)[0];
                return super.resume(
                    Requests.resume(
                        envelope(request.idempotencyKey()),
                        token,
                        request.operation(),
                        request.spec(),
                        request.id()));
              }
            });
  }

  /** What is under way is known to the connector that began it, and to no other. */
  @Test
  void aTokenThatMeansNothingToAnotherProcess() {
    caught(
        ConnectorRule.RESUMES,
        "another process",
        DATABASE,
        sound ->
            new Broken(sound) {
              private final Set<String> begun = new TreeSet<>();

              @Override
              public CompletionStage<Result<MapValue>> create(CreateRequest<MapValue> request) {
                return sound.create(request).thenApply(this::noted);
              }

              @Override
              public CompletionStage<Result<MapValue>> delete(
                  DeleteRequest<MapValue, MapValue> request) {
                return sound.delete(request).thenApply(this::noted);
              }

              private Result<MapValue> noted(Result<MapValue> result) {
                result.token().ifPresent(begun::add);
                return result;
              }

              @Override
              public CompletionStage<Result<MapValue>> resume(ResumeRequest<MapValue> request) {
                return begun.contains(request.token())
                    ? super.resume(request)
                    : CompletableFuture.failedFuture(
                        Failure.invalid("there was never such an operation").toException());
              }
            });
  }

  @Test
  void aSearchAfterACrashThatFindsNothing() {
    caught(
        ConnectorRule.FINDS,
        "the search for it answers absent",
        BUCKET,
        sound ->
            new Broken(sound) {
              @Override
              public CompletionStage<Finding<MapValue, MapValue>> find(
                  FindRequest<MapValue> request) {
                return completedFuture(Finding.absent());
              }
            });
  }

  @Test
  void aCreationThatIsMadeTwiceWhenItsAnswerIsLost() {
    Verdicts verdicts =
        broken(
            "memory::Subnet",
            UnaryOperator.identity(),
            sound ->
                new Broken(sound) {
                  @Override
                  public CompletionStage<Finding<MapValue, MapValue>> find(
                      FindRequest<MapValue> request) {
                    return completedFuture(Finding.absent());
                  }

                  @Override
                  public CompletionStage<Result<MapValue>> create(CreateRequest<MapValue> request) {
                    String other = "10.0." + Math.abs(request.idempotencyKey().hashCode() % 250);
                    return sound.create(
                        Requests.create(
                            envelope(request.idempotencyKey()),
                            request.spec().with("CidrBlock", Value.of(other + ".0/24"))));
                  }
                });
    assertCaught(verdicts, ConnectorRule.RECOVERS, "2 objects");
  }

  @Test
  void aBatchThatSaysSomethingElse() {
    caught(
        ConnectorRule.READS_IN_BATCHES,
        "and a batch",
        BUCKET,
        sound ->
            new Broken(sound) {
              @Override
              public CompletionStage<Map<String, Reading<MapValue, MapValue>>> readAll(
                  BatchReadRequest<MapValue, MapValue> request) {
                return super.readAll(request)
                    .thenApply(
                        all -> {
                          Map<String, Reading<MapValue, MapValue>> seen = new LinkedHashMap<>();
                          all.forEach((id, it) -> seen.put(id, seen(it, "Policy", Value.of("{}"))));
                          return seen;
                        });
              }
            });
  }

  @Test
  void aSearchThatFindsEverything() {
    caught(
        ConnectorRule.SEARCHES,
        "no object has",
        BUCKET,
        sound ->
            new Broken(sound) {
              @Override
              public CompletionStage<List<Reading<MapValue, MapValue>>> search(
                  SearchRequest request) {
                return super.search(Requests.search(envelope(""), MapValue.EMPTY, request.limit()));
              }
            });
  }

  @Test
  void aFailureOfNoKind() {
    caught(
        ConnectorRule.FAILS_TYPED,
        "not found",
        BUCKET,
        sound ->
            new Broken(sound) {
              @Override
              public CompletionStage<Result<MapValue>> update(
                  UpdateRequest<MapValue, MapValue> request) {
                return sound
                    .update(request)
                    .exceptionally(
                        problem -> {
                          throw new IllegalStateException("404");
                        });
              }
            });
  }

  @Test
  void aGuardThatIsIgnored() {
    caught(
        ConnectorRule.GUARDS_WRITES,
        "guarded by",
        BUCKET,
        sound ->
            new Broken(sound) {
              @Override
              public CompletionStage<Result<MapValue>> update(
                  UpdateRequest<MapValue, MapValue> request) {
                return sound.update(updating(request, request.spec()));
              }
            });
  }

  @Test
  void anOutputThatIsAnotherOneEachTime() {
    AtomicInteger number = new AtomicInteger();
    caught(
        ConnectorRule.KEEPS_OUTPUTS,
        "/Url",
        BUCKET,
        sound ->
            new Broken(sound) {
              @Override
              public CompletionStage<Reading<MapValue, MapValue>> read(
                  ReadRequest<MapValue, MapValue> request) {
                return sound
                    .read(request)
                    .thenApply(
                        it ->
                            it.isFound()
                                ? Reading.found(
                                    it.id().orElseThrow(),
                                    it.spec().orElseThrow(),
                                    it.outputs()
                                        .orElseThrow()
                                        .with("Url", Value.of("u" + number.incrementAndGet())))
                                : it);
              }
            });
  }

  private void caught(ConnectorRule rule, String says, String type, Broken.Break how) {
    assertCaught(broken(type, how), rule, says);
  }

  private static void assertCaught(Verdicts verdicts, ConnectorRule rule, String says) {
    assertThat(verdicts.failed().values())
        .as("%s", verdicts)
        .anySatisfy(
            failure ->
                assertThat(failure)
                    .isInstanceOf(Violation.class)
                    .hasMessageContaining(rule.promise())
                    .hasMessageContaining(rule.remedy())
                    .hasMessageContaining(says));
  }

  private Verdicts broken(String type, Broken.Break how) {
    return broken(type, UnaryOperator.identity(), how);
  }

  private Verdicts broken(String type, UnaryOperator<ResourceSchema> schema, Broken.Break how) {
    Provider provider = Broken.provider(cloud, type, schema, how);
    ConnectorContract contract = ConnectorContract.of(provider).on(time);
    return Verdicts.of(
        switch (type) {
          case BUCKET -> contract.creating(SAMPLE).tests();
          case DATABASE ->
              contract
                  .creating(
                      new DatabaseDraft("it")
                          .name("orders")
                          .engine(Database.Engine.POSTGRES)
                          .adminPassword(Expression.secret(Expression.literal(CANARY))))
                  .tests();
          case "memory::Network" ->
              contract
                  .creating(new NetworkDraft("it").cidrBlock("10.0.0.0/16").description("all"))
                  .tests();
          case "memory::Subnet" ->
              contract
                  .given(new NetworkDraft("network").cidrBlock("10.0.0.0/16"))
                  .creating(
                      new SubnetDraft("it")
                          .networkId(Expression.cel("network.id", String.class))
                          .cidrBlock("10.0.1.0/24"))
                  .tests();
          default -> contract.creating(new AnyValueDraft("it").input(Value.of("x"))).tests();
        });
  }

  private static ResourceSchema with(
      ResourceSchema schema, String name, UnaryOperator<Attribute.Builder> change) {
    ResourceSchema.Builder builder =
        ResourceSchema.builder(schema.type()).identity(schema.identity());
    schema
        .properties()
        .values()
        .forEach(it -> builder.addProperty(it.name().equals(name) ? it.with(change) : it));
    schema.outputs().values().forEach(builder::addOutput);
    schema.definitions().values().forEach(builder::addDefinition);
    schema.ownershipMark().ifPresent(builder::ownershipMark);
    schema.idempotencyHorizon().ifPresent(builder::idempotencyHorizon);
    return builder.build();
  }

  private static Reading<MapValue, MapValue> seen(
      Reading<MapValue, MapValue> reading, String name, Value value) {
    return reading.isFound()
        ? Reading.found(
            reading.id().orElseThrow(),
            reading.spec().orElseThrow().with(name, value),
            reading.outputs().orElseThrow(),
            reading.version().orElseThrow())
        : reading;
  }

  private static Requests.Envelope envelope(String key) {
    return new Requests.Envelope(
        Address.of("it"),
        Bytes.EMPTY,
        Duration.ofMinutes(5),
        key.length() > 64 ? key.substring(key.length() - 64) : key);
  }

  private static Connector.UpdateRequest<MapValue, MapValue> updating(
      Connector.UpdateRequest<MapValue, MapValue> request, MapValue spec) {
    return Requests.update(
        envelope(request.idempotencyKey()),
        request.id(),
        spec,
        request.prior(),
        request.outputs(),
        request.changed(),
        Optional.empty());
  }

  private static Connector.DeleteRequest<MapValue, MapValue> deleting(
      Connector.UpdateRequest<MapValue, MapValue> request) {
    return Requests.delete(
        envelope("d" + request.idempotencyKey()),
        request.id(),
        request.prior(),
        request.outputs(),
        Optional.empty());
  }

  private static Connector.ReadRequest<MapValue, MapValue> reading(String id) {
    return Requests.read(envelope(""), id, Optional.empty());
  }
}
