package dev.ashlar.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Declared;
import dev.ashlar.blueprint.Expression;
import dev.ashlar.connector.Failure;
import dev.ashlar.memory.AccessKeyDraft;
import dev.ashlar.memory.AliasDraft;
import dev.ashlar.memory.AnyValueDraft;
import dev.ashlar.memory.Bucket;
import dev.ashlar.memory.BucketDraft;
import dev.ashlar.memory.ContainerServiceDraft;
import dev.ashlar.memory.Database;
import dev.ashlar.memory.DatabaseDraft;
import dev.ashlar.memory.DnsRecordDraft;
import dev.ashlar.memory.Fault;
import dev.ashlar.memory.FunctionDraft;
import dev.ashlar.memory.InstanceDraft;
import dev.ashlar.memory.KeyDraft;
import dev.ashlar.memory.LoadBalancerDraft;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.memory.NetworkDraft;
import dev.ashlar.memory.PolicyDraft;
import dev.ashlar.memory.QueueDraft;
import dev.ashlar.memory.RoleDraft;
import dev.ashlar.memory.SecurityGroupDraft;
import dev.ashlar.memory.StoredSecretDraft;
import dev.ashlar.memory.SubnetDraft;
import dev.ashlar.memory.TableDraft;
import dev.ashlar.memory.TopicDraft;
import dev.ashlar.memory.VirtualTime;
import dev.ashlar.memory.ZoneDraft;
import dev.ashlar.testkit.ConnectorContract;
import dev.ashlar.testkit.Verdicts;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each type of the in-memory cloud keeps the contract that every connector keeps. */
class MemoryCloudTest {
  private static final Map<String, String> TAGS = Map.of("team", "orders");
  private static final NetworkDraft NETWORK = new NetworkDraft("network").cidrBlock("10.0.0.0/16");
  private static final NetworkDraft OTHER = new NetworkDraft("other").cidrBlock("10.0.0.0/16");
  private static final SubnetDraft SUBNET =
      new SubnetDraft("subnet")
          .networkId(Expression.cel("network.id", String.class))
          .cidrBlock("10.0.1.0/24");
  private static final KeyDraft KEY = new KeyDraft("key");
  private static final KeyDraft SPARE = new KeyDraft("spare");
  private static final RoleDraft ROLE = new RoleDraft("role").name("worker").trustPolicy("{}");
  private static final RoleDraft DEPUTY = new RoleDraft("deputy").name("deputy").trustPolicy("{}");
  private static final BucketDraft CODE = new BucketDraft("code").name("code-of-functions");

  private static final Map<String, UnaryOperator<ConnectorContract>> SAMPLES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(
                  "memory::Value",
                  with -> with.creating(new AnyValueDraft("it").input(Value.of("x")))),
              Map.entry(
                  "memory::Network",
                  with ->
                      with.creating(
                          new NetworkDraft("it")
                              .cidrBlock("10.0.0.0/16")
                              .description("all of it")
                              .tags(TAGS))),
              Map.entry(
                  "memory::Subnet",
                  with ->
                      with.given(NETWORK, OTHER)
                          .creating(
                              new SubnetDraft("it")
                                  .networkId(idOf("network"))
                                  .cidrBlock("10.0.1.0/24")
                                  .tags(TAGS))
                          .refusing(
                              Failure.Kind.INVALID,
                              new SubnetDraft("it")
                                  .networkId(idOf("network"))
                                  .cidrBlock("11.0.0.0/24")
                                  .tags(TAGS))),
              Map.entry(
                  "memory::SecurityGroup",
                  with ->
                      with.given(NETWORK, OTHER)
                          .creating(
                              new SecurityGroupDraft("it").networkId(idOf("network")).tags(TAGS))),
              Map.entry(
                  "memory::LoadBalancer",
                  with ->
                      with.given(NETWORK, SUBNET, second())
                          .creating(
                              new LoadBalancerDraft("it")
                                  .name("front")
                                  .subnetIds(List.of(subnetId("subnet"))))),
              Map.entry(
                  "memory::Zone",
                  with ->
                      with.given(NETWORK)
                          .creating(new ZoneDraft("it").name("acme.test.").comment("ours"))),
              Map.entry(
                  "memory::Record",
                  with ->
                      with.given(
                              new ZoneDraft("zone").name("acme.test."),
                              new ZoneDraft("elsewhere").name("acme.example."))
                          .creating(
                              new DnsRecordDraft("it")
                                  .zoneId(idOf("zone"))
                                  .name("www.acme.test.")
                                  .values(List.of("10.0.1.7")))),
              Map.entry(
                  "memory::AccessKey",
                  with ->
                      with.given(ROLE, DEPUTY)
                          .creating(new AccessKeyDraft("it").roleName(nameOf("role")))),
              Map.entry(
                  "memory::Role",
                  with ->
                      with.given(new PolicyDraft("policy").name("read").document("{}"))
                          .creating(
                              new RoleDraft("it")
                                  .name("reader")
                                  .trustPolicy("{}")
                                  .description("reads")
                                  .tags(TAGS))),
              Map.entry(
                  "memory::Policy",
                  with -> with.creating(new PolicyDraft("it").name("write").document("{}"))),
              Map.entry(
                  "memory::Key",
                  with ->
                      with.creating(
                          new KeyDraft("it").description("ours").rotationDays(365).tags(TAGS))),
              Map.entry(
                  "memory::Alias",
                  with ->
                      with.given(KEY, SPARE)
                          .creating(new AliasDraft("it").name("main").targetKeyId(idOf("key")))),
              Map.entry(
                  "memory::Secret",
                  with ->
                      with.given(KEY)
                          .creating(
                              new StoredSecretDraft("it")
                                  .name("token")
                                  .value(secret("canary-0-of-the-kit"))
                                  .rotationDays(30))),
              Map.entry(
                  "memory::Bucket",
                  with ->
                      with.given(KEY)
                          .creating(
                              new BucketDraft("it")
                                  .name("orders")
                                  .versioning(Bucket.Versioning.ON)
                                  .lifecycle(
                                      List.of(new BucketDraft.Expiry().prefix("tmp/").days(7))))),
              Map.entry(
                  "memory::Table",
                  with ->
                      with.given(KEY)
                          .creating(
                              new TableDraft("it").name("carts").partitionKey("id").tags(TAGS))),
              Map.entry(
                  "memory::Instance",
                  with ->
                      with.given(NETWORK, SUBNET, second(), ROLE)
                          .creating(
                              new InstanceDraft("it")
                                  .image("linux-1")
                                  .subnetId(idOf("subnet"))
                                  .startScript("echo hello"))),
              Map.entry(
                  "memory::Function",
                  with ->
                      with.given(CODE, ROLE, DEPUTY)
                          .creating(
                              new FunctionDraft("it")
                                  .name("resize")
                                  .language(dev.ashlar.memory.Function.Language.JAVA_21)
                                  .code(
                                      new FunctionDraft.Code()
                                          .bucket(nameOf("code"))
                                          .object("app.jar"))
                                  .roleArn(Expression.cel("role.Arn", String.class))
                                  .environment(Map.of("A", "b")))),
              Map.entry(
                  "memory::Container",
                  with ->
                      with.given(NETWORK, SUBNET)
                          .creating(
                              new ContainerServiceDraft("it").name("web").image("web:1").port(80))),
              Map.entry(
                  "memory::Database",
                  with ->
                      with.given(NETWORK, SUBNET, KEY)
                          .creating(
                              new DatabaseDraft("it")
                                  .name("orders")
                                  .engine(Database.Engine.POSTGRES)
                                  .engineVersion("16.1")
                                  .adminPassword(secret("canary-1-of-the-kit")))),
              Map.entry(
                  "memory::Queue",
                  with -> with.given(KEY).creating(new QueueDraft("it").name("jobs").tags(TAGS))),
              Map.entry(
                  "memory::Topic",
                  with ->
                      with.given(KEY)
                          .creating(new TopicDraft("it").name("events").displayName("Events")))));

  private static Expression<String> idOf(String resource) {
    return Expression.cel(resource + ".id", String.class);
  }

  private static dev.ashlar.blueprint.Ref<dev.ashlar.memory.Subnet, String> subnetId(String name) {
    return dev.ashlar.blueprint.Ref.to(name, "id");
  }

  private static Expression<String> nameOf(String resource) {
    return Expression.cel(resource + ".Name", String.class);
  }

  private static Declared second() {
    return new SubnetDraft("second").networkId(idOf("network")).cidrBlock("10.0.2.0/24");
  }

  private static Expression<dev.ashlar.value.Secret<String>> secret(String text) {
    return Expression.secret(Expression.literal(text));
  }

  private static ConnectorContract contract(String type) {
    VirtualTime time = VirtualTime.create();
    MemoryCloud cloud = MemoryCloud.builder().time(time).build();
    return SAMPLES
        .get(type)
        .apply(ConnectorContract.of(cloud).on(time))
        .failing(
            Failure.Kind.THROTTLED,
            () -> cloud.fault(Fault.throttling(Duration.ofSeconds(1))),
            cloud::calm)
        .failing(Failure.Kind.TEMPORARY, () -> cloud.fault(Fault.outage()), cloud::calm)
        .failing(
            Failure.Kind.DENIED,
            () -> cloud.fault(Fault.refusal(Failure.denied("memory:create", "not you"))),
            cloud::calm);
  }

  @TestFactory
  Stream<DynamicContainer> keepsTheContract() {
    return SAMPLES.keySet().stream()
        .map(type -> DynamicContainer.dynamicContainer(type, contract(type).tests()));
  }

  @Test
  void noTypeIsForgotten() {
    assertThat(SAMPLES.keySet()).isEqualTo(new TreeSet<>(MemoryCloud.create().catalog().types()));
  }

  @Test
  void whatCannotBeCheckedIsSaidWithTheReason() {
    Map<String, Set<String>> skipped = new LinkedHashMap<>();
    Verdicts verdicts = Verdicts.of(contract("memory::AccessKey").tests());
    assertThat(verdicts.failed()).isEmpty();
    verdicts.skipped().forEach((name, why) -> skipped.put(name, Set.of(why)));
    assertThat(skipped)
        .containsEntry(
            "creating again with the same key makes no second object",
            Set.of("not checked: the schema declares no idempotency horizon"))
        .containsEntry(
            "a create whose answer was lost leaves one object",
            Set.of(
                "not checked: the type has neither an idempotency horizon nor a"
                    + " search: a person decides, as published"));
  }
}
