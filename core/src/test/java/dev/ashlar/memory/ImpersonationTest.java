package dev.ashlar.memory;

import static dev.ashlar.memory.Cloud.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.connector.Failure;
import dev.ashlar.connector.Provider;
import dev.ashlar.connector.ProviderSession;
import dev.ashlar.connector.call.Answer;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Catalog;
import dev.ashlar.schema.ConfigurationSchema;
import dev.ashlar.schema.Constraints;
import dev.ashlar.schema.ReferenceTarget;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.Stability;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The cloud takes the place of another one, of which it knows nothing but the schemas. */
class ImpersonationTest {
  private static final String BUCKET = "AWS::S3::Bucket";
  private static final String VPC = "AWS::EC2::VPC";

  private final MemoryCloud memory = MemoryCloud.impersonating(new Aws());
  private final Cloud cloud = Cloud.of(memory);

  @Test
  void itServesTheTypesUnderTheOtherProvidersName() {
    assertThat(memory.providers())
        .extracting(provider -> provider.descriptor().name())
        .containsExactly("memory", "aws");
    assertThat(cloud.create(BUCKET, map("BucketName", "orders")).id()).contains("orders");
    assertThat(cloud.create("memory::Value", map()).id()).isPresent();
  }

  @Test
  void outputsLookLikeTheOtherClouds() {
    Answer bucket = cloud.create(BUCKET, map("BucketName", "orders"));

    assertThat(bucket.outputs().get("Token")).isInstanceOf(Value.SecretValue.class);
    assertThat(bucket.outputs().without("Token"))
        .isEqualTo(
            map(
                "Arn", "arn:aws:s3:local-1:000000000000:bucket/orders",
                "DomainName", "orders.bucket.cloud.test",
                "Website", map("Url", "https://orders.bucket.cloud.test", "Enabled", true),
                "State", "ACTIVE"));
  }

  @Test
  void whereTheCloudChoosesTheIdentityItsOutputIsTheIdentifier() {
    Answer vpc = cloud.create(VPC, map("CidrBlock", "10.0.0.0/16"));

    assertThat(vpc.id().orElseThrow()).matches("vpc-[0-9a-f]{12}");
    assertThat(vpc.outputs().get("VpcId")).isEqualTo(Value.of(vpc.id().orElseThrow()));
  }

  @Test
  void theSchemaIsEnforced() {
    assertThat(cloud.refused(BUCKET, map()).detail()).contains("BucketName");
    assertThat(cloud.refused(VPC, map("CidrBlock", 5)).kind()).isEqualTo(Failure.Kind.INVALID);
    cloud.create(BUCKET, map("BucketName", "orders"));
    assertThat(cloud.refused(BUCKET, map("BucketName", "orders")).kind())
        .isEqualTo(Failure.Kind.ALREADY_EXISTS);
    assertThat(
            cloud
                .tryUpdate(BUCKET, "orders", map("BucketName", "other"))
                .failure()
                .orElseThrow()
                .kind())
        .isEqualTo(Failure.Kind.NEEDS_REPLACEMENT);
  }

  @Test
  void referencesOfASchemaThatMayBeGuessedAreNotEnforced() {
    assertThat(cloud.create(BUCKET, map("BucketName", "orders", "KeyArn", "arn:elsewhere")).id())
        .isPresent();
  }

  @Test
  void whatAUserCanSetIsReadBackWithDefaults() {
    cloud.create(BUCKET, map("BucketName", "orders"));

    assertThat(cloud.read(BUCKET, "orders").orElseThrow().properties())
        .isEqualTo(map("BucketName", "orders", "Acl", "private"));
  }

  @Test
  void objectsOfTwoScopesDoNotMeet() {
    cloud.create(BUCKET, map("BucketName", "orders"));

    assertThat(cloud.read(map("region", "eu-west-1"), BUCKET, "orders")).isEmpty();
  }

  @Test
  void anyCatalogCanBeServedUnderAnyName() {
    MemoryCloud plain = MemoryCloud.create();
    ResourceSchema thing = ResourceSchema.builder("acme::Thing").build();
    Provider acme =
        plain.standIn(
            Provider.Descriptor.of("acme", "1").owning("acme::"), Catalog.of(List.of(thing)));

    String id = new Cloud(VirtualTime.create(), acme).id("acme::Thing", map());

    assertThat(plain.object("acme::Thing", id)).isPresent();
    assertThat(plain.providers()).containsExactly(plain, acme);
  }

  /** A provider whose cloud cannot be reached. */
  private static final class Aws implements Provider {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of("aws", "2.0.0")
          .owning("AWS::")
          .configuredBy(
              new ConfigurationSchema(
                  Map.of("region", Attribute.of("region", Shape.Primitive.STRING)),
                  Set.of("region")));
    }

    @Override
    public Catalog catalog() {
      return Catalog.of(List.of(bucket(), vpc()));
    }

    @Override
    public ProviderSession open(OpenRequest request) {
      throw new AssertionError("the real provider is not opened");
    }

    private static ResourceSchema bucket() {
      return ResourceSchema.builder(BUCKET)
          .addProperty(
              Attribute.builder("BucketName", Shape.Primitive.STRING)
                  .required()
                  .immutable()
                  .build())
          .addProperty(
              Attribute.builder("Acl", Shape.Primitive.STRING)
                  .defaultValue(Value.of("private"))
                  .build())
          .addProperty(
              Attribute.builder("KeyArn", Shape.Primitive.STRING)
                  .references(List.of(new ReferenceTarget("AWS::KMS::Key", "Arn")))
                  .build())
          .addOutput(Attribute.of("Arn", Shape.Primitive.STRING))
          .addOutput(Attribute.of("DomainName", Shape.Primitive.STRING))
          .addOutput(
              Attribute.of(
                  "Website",
                  new Shape.ObjectShape(
                      Map.of(
                          "Url", Attribute.of("Url", Shape.Primitive.STRING),
                          "Enabled",
                              Attribute.builder("Enabled", Shape.Primitive.BOOLEAN)
                                  .defaultValue(Value.of(true))
                                  .build()))))
          .addOutput(
              Attribute.builder("State", Shape.Primitive.STRING)
                  .constraints(Constraints.NONE.withAllowed(List.of(Value.of("ACTIVE"))))
                  .stability(Stability.VOLATILE)
                  .build())
          .addOutput(Attribute.builder("Token", Shape.Primitive.STRING).sensitive().build())
          .identity(List.of(ValuePath.of("BucketName")))
          .build();
    }

    private static ResourceSchema vpc() {
      return ResourceSchema.builder(VPC)
          .addProperty(Attribute.builder("CidrBlock", Shape.Primitive.STRING).required().build())
          .addOutput(Attribute.of("VpcId", Shape.Primitive.STRING))
          .build();
    }
  }
}
