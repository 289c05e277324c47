package dev.ashlar.aws.service;

import dev.ashlar.aws.service.dynamodb.DynamoDb;
import dev.ashlar.aws.service.ec2.Ec2;
import dev.ashlar.aws.service.iam.Iam;
import dev.ashlar.aws.service.kms.Kms;
import dev.ashlar.aws.service.lambda.Lambda;
import dev.ashlar.aws.service.logs.Logs;
import dev.ashlar.aws.service.s3.S3;
import dev.ashlar.aws.service.sns.Sns;
import dev.ashlar.aws.service.sqs.Sqs;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The types that are made with the own APIs of their services, as far as the SDK's jars of these
 * services are there. Immutable.
 */
public final class Services {
  /** To add a service, add it here. */
  private static final List<Service> ALL =
      List.of(
          new DynamoDb(),
          new Ec2(),
          new Iam(),
          new Kms(),
          new Lambda(),
          new Logs(),
          new S3(),
          new Sns(),
          new Sqs());

  private static final String PACKAGE = "software/amazon/awssdk/services/";

  /** There are none: all goes through Cloud Control. */
  public static final Services NONE = new Services(List.of());

  private final Map<String, TunedType> byType = new HashMap<>();

  private Services(List<Service> services) {
    services.forEach(service -> service.types().forEach(type -> byType.put(type.type(), type)));
  }

  /** Those whose jars a class loader has. No class is loaded. */
  public static Services present(ClassLoader loader) {
    return new Services(ALL.stream().filter(service -> isPresent(service, loader)).toList());
  }

  private static boolean isPresent(Service service, ClassLoader loader) {
    URL client = loader.getResource(PACKAGE + service.name() + "/" + service.client() + ".class");
    return client != null;
  }

  /** How a type is made; empty where it goes through Cloud Control. */
  public Optional<TunedType> type(String type) {
    return Optional.ofNullable(byType.get(type));
  }

  /** The names of the types. */
  public List<String> types() {
    return byType.keySet().stream().sorted().toList();
  }
}
