package dev.ashlar.aws.cloudcontrol;

import dev.ashlar.aws.json.Json;
import dev.ashlar.blueprint.Resource;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An object of each type that the fake knows, as a user would declare it. */
final class Samples {
  private static final String TRUST =
      """
      {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
       "Principal": {"Service": "lambda.amazonaws.com"}}]}\
      """;

  /** By type, the properties as JSON. */
  static final Map<String, String> ALL = new TreeMap<>();

  static {
    ALL.put(
        "AWS::SQS::Queue",
        """
        {"QueueName": "jobs", "VisibilityTimeout": 30, "Tags": [{"Key": "team", "Value": "a"}]}\
        """);
    ALL.put("AWS::SNS::Topic", "{\"TopicName\": \"news\", \"DisplayName\": \"News\"}");
    ALL.put(
        "AWS::S3::Bucket",
        """
        {"BucketName": "uploads-1", "AccessControl": "Private",
         "VersioningConfiguration": {"Status": "Enabled"},
         "Tags": [{"Key": "team", "Value": "a"}]}\
        """);
    ALL.put(
        "AWS::KMS::Key",
        "{\"Description\": \"ours\", \"EnableKeyRotation\": true, \"PendingWindowInDays\": 7}");
    ALL.put(
        "AWS::IAM::Role",
        "{\"RoleName\": \"worker\", \"AssumeRolePolicyDocument\": " + TRUST + "}");
    ALL.put(
        "AWS::RDS::DBInstance",
        """
        {"DBInstanceIdentifier": "orders", "Engine": "postgres", "DBInstanceClass": "db.t3.micro",
         "AllocatedStorage": "20", "MasterUsername": "orders",
         "MasterUserPassword": "correct-horse-battery"}\
        """);
    ALL.put(
        "AWS::Lambda::Function",
        """
        {"FunctionName": "worker", "Role": "arn:aws:iam::123456789012:role/worker",
         "Runtime": "python3.12", "Handler": "index.handler", "Timeout": 30,
         "Code": {"ZipFile": "def handler(event, context): pass"}}\
        """);
    ALL.put(
        "AWS::DynamoDB::Table",
        """
        {"TableName": "orders", "BillingMode": "PAY_PER_REQUEST",
         "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
         "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}]}\
        """);
    ALL.put("AWS::Logs::LogGroup", "{\"LogGroupName\": \"/orders\", \"RetentionInDays\": 14}");
    ALL.put("AWS::EC2::VPC", "{\"CidrBlock\": \"10.0.0.0/16\", \"EnableDnsHostnames\": true}");
    ALL.put("AWS::EC2::InternetGateway", "{\"Tags\": [{\"Key\": \"team\", \"Value\": \"a\"}]}");
    ALL.put("AWS::EC2::Subnet", "{\"VpcId\": \"vpc-1\", \"CidrBlock\": \"10.0.1.0/24\"}");
    ALL.put(
        "AWS::EC2::SecurityGroup",
        """
        {"GroupDescription": "web", "VpcId": "vpc-1",
         "SecurityGroupIngress": [{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443,
                                   "CidrIp": "0.0.0.0/0"}]}\
        """);
    ALL.put("AWS::ApiGateway::RestApi", "{\"Name\": \"orders\", \"Description\": \"ours\"}");
    ALL.put(
        "AWS::ApiGateway::Resource",
        "{\"RestApiId\": \"api-1\", \"ParentId\": \"root\", \"PathPart\": \"orders\"}");
    ALL.put(
        "AWS::SecretsManager::Secret",
        "{\"Name\": \"token\", \"Description\": \"ours\", \"SecretString\": \"hunter2-hunter2\"}");
    ALL.put(
        "AWS::SSM::Parameter", "{\"Name\": \"/orders\", \"Type\": \"String\", \"Value\": \"1\"}");
    ALL.put("AWS::ECS::Cluster", "{\"ClusterName\": \"orders\"}");
    ALL.put(
        "AWS::Events::Rule", "{\"Name\": \"nightly\", \"ScheduleExpression\": \"rate(1 day)\"}");
    ALL.put(
        "AWS::CloudWatch::Alarm",
        """
        {"AlarmName": "full", "ComparisonOperator": "GreaterThanThreshold",
         "EvaluationPeriods": 1, "Threshold": 5}\
        """);
    ALL.put(
        "AWS::ECR::Repository",
        "{\"RepositoryName\": \"orders\", \"ImageTagMutability\": \"IMMUTABLE\"}");
  }

  private Samples() {}

  static Resource resource(String type) {
    return resource("it", type, ALL.get(type));
  }

  static Resource resource(String name, String type, String json) {
    Resource resource = Resource.named(name, type);
    for (Map.Entry<String, Value> property : Json.readObject(json).entries().entrySet()) {
      resource = resource.property(property.getKey(), property.getValue());
    }
    return resource;
  }

  static List<String> types() {
    return new ArrayList<>(ALL.keySet());
  }
}
