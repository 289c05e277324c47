package dev.ashlar.schema.equivalence;

import static dev.ashlar.schema.Literals.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape.Primitive;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When two policies in AWS's language grant the same. */
class PolicyDocumentTest {
  private static final Attribute POLICY =
      Attribute.builder("PolicyDocument", Primitive.ANY)
          .equivalence(Equivalence.POLICY_DOCUMENT)
          .build();

  private static Equality compare(Value first, Value second) {
    return Equivalences.compare(
        ResourceSchema.builder("AWS::IAM::Policy").build(), POLICY, first, second);
  }

  private static void same(String first, String second) {
    assertThat(compare(value(first), value(second))).isEqualTo(Equality.EQUAL);
    assertThat(compare(value(second), value(first))).isEqualTo(Equality.EQUAL);
  }

  private static void different(String first, String second) {
    assertThat(compare(value(first), value(second))).isEqualTo(Equality.DIFFERENT);
  }

  private static String allow(String rest) {
    return "{'Version': '2012-10-17', 'Statement': {'Effect': 'Allow', " + rest + "}}";
  }

  @Test
  void aTextIsThePolicyThatItSpells() {
    Value policy = value(allow("'Action': 's3:GetObject', 'Resource': '*'"));
    Value text =
        Value.of(
            "{\"Statement\":[{\"Action\":[\"s3:getobject\"],\"Effect\":\"Allow\","
                + "\"Resource\":[\"*\"]}],\"Version\":\"2012-10-17\"}");

    assertThat(compare(policy, text)).isEqualTo(Equality.EQUAL);
  }

  @Test
  void statementsComeInAnyOrder() {
    same(
        "{'Statement': [{'Sid': 'a', 'Effect': 'Allow'}, {'Sid': 'b', 'Effect': 'Deny'}]}",
        "{'Statement': [{'Sid': 'b', 'Effect': 'Deny'}, {'Sid': 'a', 'Effect': 'Allow'}]}");
  }

  @Test
  void oneItemIsAListOfOne() {
    same(
        allow("'Action': 's3:GetObject', 'Resource': 'arn:x'"),
        allow("'Action': ['s3:GetObject'], 'Resource': ['arn:x']"));
    same(
        "{'Statement': {'Effect': 'Allow', 'NotAction': 'a:B', 'NotResource': 'x'}}",
        "{'Statement': [{'Effect': 'Allow', 'NotAction': ['a:B'], 'NotResource': ['x']}]}");
  }

  @Test
  void actionsComeInAnyOrderAndCase() {
    same(
        allow("'Action': ['s3:GetObject', 'sqs:SendMessage']"),
        allow("'Action': ['SQS:sendmessage', 's3:getObject']"));
  }

  @Test
  void resourcesComeInAnyOrderAndTheirCaseCounts() {
    same(allow("'Resource': ['a', 'b']"), allow("'Resource': ['b', 'a']"));
    different(allow("'Resource': 'a'"), allow("'Resource': 'A'"));
  }

  @Test
  void anAccountIsItsRoot() {
    same(
        allow("'Principal': {'AWS': '123456789012'}"),
        allow("'Principal': {'AWS': ['arn:aws:iam::123456789012:root']}"));
    same(
        allow("'Principal': {'AWS': 'arn:aws-cn:iam::123456789012:root'}"),
        allow("'Principal': {'AWS': '123456789012'}"));
    different(
        allow("'Principal': {'AWS': 'arn:aws:iam::123456789012:user/a'}"),
        allow("'Principal': {'AWS': '123456789012'}"));
    different(
        allow("'Principal': {'AWS': '123456789012'}"),
        allow("'Principal': {'AWS': '123456789013'}"));
  }

  @Test
  void everybodyIsEveryAwsPrincipal() {
    same(allow("'Principal': '*'"), allow("'Principal': {'AWS': '*'}"));
    different(allow("'Principal': '*'"), allow("'Principal': {'Service': '*'}"));
  }

  @Test
  void valuesOfConditionsAreTexts() {
    same(
        allow("'Condition': {'Bool': {'aws:SecureTransport': true}}"),
        allow("'Condition': {'Bool': {'AWS:securetransport': ['true']}}"));
    same(
        allow("'Condition': {'NumericLessThan': {'s3:max-keys': 10}}"),
        allow("'Condition': {'NumericLessThan': {'s3:max-keys': '10'}}"));
    different(
        allow("'Condition': {'Bool': {'aws:SecureTransport': 'true'}}"),
        allow("'Condition': {'Bool': {'aws:SecureTransport': 'false'}}"));
  }

  @Test
  void noVersionIsTheOldOne() {
    same("{'Statement': []}", "{'Version': '2008-10-17', 'Statement': []}");
    different("{'Statement': []}", "{'Version': '2012-10-17', 'Statement': []}");
  }

  @Test
  void anEmptyNameOfAStatementIsNone() {
    same(allow("'Sid': '', 'Action': '*'"), allow("'Action': '*'"));
    different(allow("'Sid': 'x', 'Action': '*'"), allow("'Action': '*'"));
  }

  @Test
  void theEffectCounts() {
    different(
        "{'Statement': {'Effect': 'Allow', 'Action': '*'}}",
        "{'Statement': {'Effect': 'Deny', 'Action': '*'}}");
  }

  @Test
  void anotherStatementIsAnotherPolicy() {
    different(
        "{'Statement': [{'Effect': 'Allow'}]}",
        "{'Statement': [{'Effect': 'Allow'}, {'Effect': 'Deny'}]}");
  }

  @Test
  void anUnknownResourceLeavesTheAnswerOpen() {
    Value open =
        Value.map(
            Map.of(
                "Statement",
                Value.map(
                    Map.of(
                        "Effect",
                        Value.of("Allow"),
                        "Resource",
                        Value.unknown(ValueType.STRING)))));

    assertThat(compare(open, value("{'Statement': {'Effect': 'Allow', 'Resource': 'a'}}")))
        .isEqualTo(Equality.UNKNOWN);
    assertThat(compare(open, value("{'Statement': {'Effect': 'Deny', 'Resource': 'a'}}")))
        .isEqualTo(Equality.DIFFERENT);
  }

  @Test
  void whatIsNoPolicyIsComparedAsItIs() {
    different("{'a': [1, 2]}", "{'a': 1}");
    same("'x'", "'x'");
    different("'x'", "'X'");
  }
}
