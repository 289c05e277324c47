/** The provider for AWS. */
module dev.ashlar.aws {
  requires com.fasterxml.jackson.core;
  requires transitive dev.ashlar.core;
  requires io.netty.transport;
  requires io.netty.common;
  requires static org.jspecify;
  requires software.amazon.awssdk.auth;
  requires software.amazon.awssdk.awscore;
  requires software.amazon.awssdk.core;
  requires software.amazon.awssdk.http;
  requires software.amazon.awssdk.http.nio.netty;
  requires software.amazon.awssdk.identity.spi;
  requires software.amazon.awssdk.regions;
  requires software.amazon.awssdk.retries;
  requires software.amazon.awssdk.retries.api;
  requires software.amazon.awssdk.services.cloudcontrol;
  requires software.amazon.awssdk.services.sts;
  requires static software.amazon.awssdk.services.cloudwatchlogs;
  requires static software.amazon.awssdk.services.dynamodb;
  requires static software.amazon.awssdk.services.ec2;
  requires static software.amazon.awssdk.services.iam;
  requires static software.amazon.awssdk.services.kms;
  requires static software.amazon.awssdk.services.lambda;
  requires static software.amazon.awssdk.services.s3;
  requires static software.amazon.awssdk.services.sns;
  requires static software.amazon.awssdk.services.sqs;
  requires software.amazon.awssdk.utils;

  exports dev.ashlar.aws;

  provides dev.ashlar.connector.Provider with
      dev.ashlar.aws.AwsProvider;
}
