package dev.ashlar.aws.othersource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The types of a template, whatever it is written in. */
class TemplateTest {
  @Test
  void readsYamlWithShortTags() {
    assertThat(
            Template.types(
                """
                Resources:
                  Jobs:
                    Type: AWS::SQS::Queue
                    Properties: { QueueName: !Sub "${AWS::StackName}-jobs", Tags: !If [A, [], !Ref T] }
                  # Type: AWS::SNS::Topic
                  Files:
                    Type: "AWS::S3::Bucket"
                Outputs:
                  Type: { Value: AWS::EC2::VPC }
                """))
        .containsExactly("AWS::S3::Bucket", "AWS::SQS::Queue");
  }

  @Test
  void readsJson() {
    assertThat(Template.types("{\"Resources\": {\"A\": {\"Type\": \"AWS::SNS::Topic\"}}}"))
        .containsExactly("AWS::SNS::Topic");
  }

  @Test
  void readsWhatALoopMakes() {
    assertThat(
            Template.types(
                """
                {"Resources": {"Fn::ForEach::Tables": ["Name", ["a", "b"],
                  {"${Name}": {"Type": "AWS::DynamoDB::Table"}}]}}
                """))
        .containsExactly("AWS::DynamoDB::Table");
  }
}
