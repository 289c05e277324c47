package dev.ashlar.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Expression;
import dev.ashlar.connector.Provider;
import dev.ashlar.memory.AnyValueDraft;
import dev.ashlar.memory.Bucket;
import dev.ashlar.memory.BucketDraft;
import dev.ashlar.memory.Database;
import dev.ashlar.memory.DatabaseDraft;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.memory.NetworkDraft;
import dev.ashlar.memory.SubnetDraft;
import dev.ashlar.memory.VirtualTime;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.testkit.ConnectorContract;
import dev.ashlar.testkit.ConnectorRule;
import dev.ashlar.testkit.Verdicts;
import dev.ashlar.value.Value;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Holds connectors that are broken at one place to their contract. */
final class Trial {
  static final String BUCKET = "memory::Bucket";
  static final String DATABASE = "memory::Database";
  static final String NETWORK = "memory::Network";
  static final String SUBNET = "memory::Subnet";
  static final String VALUE = "memory::Value";

  /** The password of the database. */
  static final String CANARY = "canary-of-a-password";

  private Trial() {}

  /** The check that is meant for it catches a connector of this type that is broken so. */
  static void assertCaught(ConnectorRule rule, String says, String type, Consumer<Broken> how) {
    assertCaught(rule, says, type, UnaryOperator.identity(), how);
  }

  /** The same, of a type whose schema is changed so. */
  static void assertCaught(
      ConnectorRule rule,
      String says,
      String type,
      UnaryOperator<ResourceSchema> schema,
      Consumer<Broken> how) {
    Verdicts verdicts = verdicts(type, schema, how);
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

  /** What the contract says of a connector of this type that is broken so. */
  static Verdicts verdicts(String type, Consumer<Broken> how) {
    return verdicts(type, UnaryOperator.identity(), how);
  }

  private static Verdicts verdicts(
      String type, UnaryOperator<ResourceSchema> schema, Consumer<Broken> how) {
    VirtualTime time = VirtualTime.create();
    Provider cloud = MemoryCloud.builder().time(time).build();
    ConnectorContract contract =
        ConnectorContract.of(Broken.provider(cloud, type, schema, how)).on(time);
    return Verdicts.of(sampled(contract, type).tests());
  }

  private static ConnectorContract sampled(ConnectorContract contract, String type) {
    return switch (type) {
      case BUCKET ->
          contract.creating(new BucketDraft("it").name("orders").versioning(Bucket.Versioning.ON));
      case DATABASE ->
          contract.creating(
              new DatabaseDraft("it")
                  .name("orders")
                  .engine(Database.Engine.POSTGRES)
                  .adminPassword(Expression.secret(Expression.literal(CANARY))));
      case NETWORK ->
          contract.creating(new NetworkDraft("it").cidrBlock("10.0.0.0/16").description("all"));
      case SUBNET ->
          contract
              .given(new NetworkDraft("network").cidrBlock("10.0.0.0/16"))
              .creating(
                  new SubnetDraft("it")
                      .networkId(Expression.cel("network.id", String.class))
                      .cidrBlock("10.0.1.0/24"));
      default -> contract.creating(new AnyValueDraft("it").input(Value.of("x")));
    };
  }
}
