package dev.ashlar.aws.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.aws.service.Services;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.Immutability;
import dev.ashlar.schema.OnUnset;
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.ReferenceTarget;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.validation.BoundedPattern;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AwsCatalogueTest {
  private final AwsCatalogue catalogue = new AwsCatalogue(Services.NONE);

  @Test
  void everyTypeOfCloudFormationIsListed() {
    assertThat(catalogue.types())
        .hasSizeGreaterThan(1_800)
        .contains("AWS::S3::Bucket", "AWS::EC2::VPC", "AWS::Lambda::Function", "Alexa::ASK::Skill");
  }

  @Test
  void everyListedTypeCanBeRead() {
    List<String> wrong = new ArrayList<>();
    for (String type : catalogue.types()) {
      ResourceSchema schema = catalogue.schema(type).orElseThrow();
      schema.properties().values().forEach(each -> check(schema, each, wrong));
      schema.outputs().values().forEach(each -> check(schema, each, wrong));
      schema.definitions().values().forEach(each -> check(schema, each, wrong));
      for (ValuePath path : schema.identity()) {
        if (schema.attributesAt(path).isEmpty()) {
          wrong.add(type + " is identified by " + path + ", which it has not");
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static void check(ResourceSchema schema, Attribute attribute, List<String> wrong) {
    Shape shape = attribute.shape();
    if (shape instanceof Shape.DefinitionShape named
        && !schema.definitions().containsKey(named.definition())) {
      wrong.add(schema.type() + " has no definition " + named.definition());
    }
    attribute
        .constraints()
        .pattern()
        .filter(pattern -> !BoundedPattern.isUsable(pattern))
        .ifPresent(pattern -> wrong.add(schema.type() + " has an unusable pattern " + pattern));
    if (shape instanceof Shape.ListShape list) {
      check(schema, list.items(), wrong);
    } else if (shape instanceof Shape.MapShape map) {
      check(schema, map.values(), wrong);
    } else if (shape instanceof Shape.ObjectShape object) {
      object.attributes().values().forEach(each -> check(schema, each, wrong));
    }
  }

  @Test
  void aTypeThatDoesNotExistIsNotThere() {
    assertThat(catalogue.schema("AWS::S3::Buckets")).isEmpty();
    assertThat(catalogue.schema("AWS::Nothing::Bucket")).isEmpty();
    assertThat(catalogue.schema("AWS::S3")).isEmpty();
    assertThat(catalogue.schema("AWS::../index::Bucket")).isEmpty();
    assertThat(catalogue.schema("")).isEmpty();
  }

  @Test
  void aBucketIsAsItsDocumentationSays() {
    ResourceSchema bucket = catalogue.schema("AWS::S3::Bucket").orElseThrow();

    Attribute name = bucket.properties().get("BucketName");
    assertThat(name.immutability()).isEqualTo(Immutability.YES);
    assertThat(name.onUnset()).isEqualTo(OnUnset.KEEP);
    assertThat(name.constraints().maxLength()).contains(63);
    assertThat(bucket.identity()).containsExactly(ValuePath.of("BucketName"));
    assertThat(bucket.naming().orElseThrow().property()).isEqualTo("BucketName");
    assertThat(bucket.ownershipMark()).contains(ValuePath.of("Tags"));
    assertThat(bucket.properties().get("Tags").equivalence()).isEqualTo(Equivalence.keyedBy("Key"));
    assertThat(bucket.properties().get("AccessControl").writeOnly()).isTrue();
    assertThat(bucket.outputs())
        .containsOnlyKeys(
            "Arn", "DomainName", "DualStackDomainName", "RegionalDomainName", "WebsiteURL");
    Attribute algorithm =
        last(
            bucket,
            ValuePath.of(
                "BucketEncryption",
                "ServerSideEncryptionConfiguration",
                "0",
                "ServerSideEncryptionByDefault",
                "SSEAlgorithm"));
    assertThat(algorithm.required()).isTrue();
    assertThat(algorithm.constraints().allowed()).contains(Value.of("aws:kms"));
  }

  @Test
  void partsThatTheCloudFillsInAreComputed() {
    ResourceSchema bucket = catalogue.schema("AWS::S3::Bucket").orElseThrow();
    assertThat(last(bucket, ValuePath.of("MetadataConfiguration", "Destination")).computed())
        .isTrue();
  }

  @Test
  void aPasswordIsSecretAndCannotBeReadBack() {
    ResourceSchema database = catalogue.schema("AWS::RDS::DBInstance").orElseThrow();
    Attribute password = database.properties().get("MasterUserPassword");
    assertThat(password.sensitive()).isTrue();
    assertThat(password.writeOnly()).isTrue();
    assertThat(database.properties().get("Engine").sensitive()).isFalse();
  }

  @Test
  void whatMayReplaceIsTriedInPlace() {
    ResourceSchema database = catalogue.schema("AWS::RDS::DBInstance").orElseThrow();
    assertThat(database.properties().get("AvailabilityZone").immutability())
        .isEqualTo(Immutability.UNKNOWN);
  }

  @Test
  void policiesAreComparedByWhatTheyGrantAndKnowTheirTargets() {
    ResourceSchema role = catalogue.schema("AWS::IAM::Role").orElseThrow();
    assertThat(role.properties().get("AssumeRolePolicyDocument").equivalence())
        .isEqualTo(Equivalence.POLICY_DOCUMENT);
    assertThat(role.properties().get("PermissionsBoundary").references())
        .containsExactly(new ReferenceTarget("AWS::IAM::ManagedPolicy", "PolicyArn"));
  }

  @Test
  void aTypeThatOnlyTemplatesMakeSaysSoAndNamesTheWayOut() {
    ResourceSchema project = catalogue.schema("AWS::CodeBuild::Project").orElseThrow();
    assertThat(project.operations()).isEmpty();
    assertThat(String.join(" ", project.assumptions())).contains("AWS::CloudFormation::Stack");
  }

  @Test
  void aTypeWithoutAnythingToChangeIsNeverUpdated() {
    ResourceSchema attachment =
        catalogue.schema("AWS::EC2::SubnetRouteTableAssociation").orElseThrow();
    assertThat(attachment.operations()).contains(Operation.CREATE, Operation.DELETE);
    assertThat(attachment.operations()).doesNotContain(Operation.UPDATE);
  }

  @Test
  void everyTypeSaysHowItWasVerified() {
    assertThat(catalogue.schema("AWS::QuickSight::Dashboard").orElseThrow().assumptions())
        .anyMatch(line -> line.startsWith("Verified: schema only"));
  }

  private static Attribute last(ResourceSchema schema, ValuePath path) {
    List<Attribute> chain = schema.attributesAt(path);
    return chain.get(chain.size() - 1);
  }
}
