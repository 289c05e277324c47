package dev.ashlar.aws.service.lambda;

import static dev.ashlar.aws.service.lambda.Lambda.ACTIONS;

import dev.ashlar.aws.service.AttributeTexts;
import dev.ashlar.aws.service.Chain;
import dev.ashlar.aws.service.Names;
import dev.ashlar.aws.service.Pojos;
import dev.ashlar.aws.service.Told;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.lambda.LambdaAsyncClient;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionCodeSigningConfigRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionCodeSigningConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionRecursionConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetRuntimeManagementConfigRequest;
import software.amazon.awssdk.services.lambda.model.PutFunctionCodeSigningConfigRequest;
import software.amazon.awssdk.services.lambda.model.PutFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.PutFunctionRecursionConfigRequest;
import software.amazon.awssdk.services.lambda.model.PutRuntimeManagementConfigRequest;

/** What is set of a function by calls of its own; each can be made twice, and none has to wait. */
record Extras(LambdaAsyncClient lambda, Told told) {
  static final String CONCURRENCY = "ReservedConcurrentExecutions";
  static final String LOOP = "RecursiveLoop";
  static final String RUNTIME = "RuntimeManagementConfig";
  static final String SIGNING = "CodeSigningConfigArn";

  /** The properties; the signing of code is given with a creation. */
  static final List<String> ALL = List.of(CONCURRENCY, LOOP, RUNTIME, SIGNING);

  /** Sets these properties; one that is not declared becomes what it is at first. */
  CompletableFuture<Void> set(String id, MapValue spec, Set<String> which) {
    return Chain.each(
        ALL.stream().filter(which::contains).toList(), name -> set(id, name, spec.get(name)));
  }

  private CompletableFuture<?> set(String id, String name, Value wanted) {
    boolean unset = wanted instanceof Value.NullValue;
    return switch (name) {
      case CONCURRENCY ->
          wanted instanceof Value.NumberValue number
              ? ACTIONS.send(
                  lambda::putFunctionConcurrency,
                  PutFunctionConcurrencyRequest.builder()
                      .functionName(id)
                      .reservedConcurrentExecutions(number.number().intValue())
                      .build())
              : ACTIONS.remove(
                  lambda::deleteFunctionConcurrency,
                  DeleteFunctionConcurrencyRequest.builder().functionName(id).build());
      case LOOP ->
          ACTIONS.send(
              lambda::putFunctionRecursionConfig,
              PutFunctionRecursionConfigRequest.builder()
                  .functionName(id)
                  .recursiveLoop(unset ? "Terminate" : AttributeTexts.text(wanted))
                  .build());
      case RUNTIME ->
          ACTIONS.send(
              lambda::putRuntimeManagementConfig,
              Pojos.of(
                  PutRuntimeManagementConfigRequest.builder().functionName(id),
                  wanted instanceof MapValue map
                      ? map
                      : MapValue.EMPTY.with("UpdateRuntimeOn", Value.of("Auto")),
                  Names.SAME));
      default ->
          unset
              ? ACTIONS.remove(
                  lambda::deleteFunctionCodeSigningConfig,
                  DeleteFunctionCodeSigningConfigRequest.builder().functionName(id).build())
              : ACTIONS.send(
                  lambda::putFunctionCodeSigningConfig,
                  PutFunctionCodeSigningConfigRequest.builder()
                      .functionName(id)
                      .codeSigningConfigArn(AttributeTexts.text(wanted))
                      .build());
    };
  }

  /** Adds to a model what is told by calls of its own, as far as somebody set it. */
  CompletableFuture<MapValue> add(String id, MapValue model, MapValue set) {
    List<MapValue> so = new ArrayList<>(List.of(model));
    return Chain.each(
            ALL.stream()
                .filter(name -> !name.equals(CONCURRENCY) && set.entries().containsKey(name))
                .toList(),
            name -> get(id, name).thenAccept(value -> so.set(0, so.get(0).with(name, value))))
        .thenApply(done -> so.get(0));
  }

  private CompletableFuture<Value> get(String id, String name) {
    return switch (name) {
      case LOOP ->
          ACTIONS
              .find(
                  lambda::getFunctionRecursionConfig,
                  GetFunctionRecursionConfigRequest.builder().functionName(id).build())
              .thenApply(
                  found ->
                      found
                          .<Value>map(told -> Value.of(told.recursiveLoopAsString()))
                          .orElse(Value.NULL));
      case RUNTIME ->
          ACTIONS
              .find(
                  lambda::getRuntimeManagementConfig,
                  GetRuntimeManagementConfigRequest.builder().functionName(id).build())
              .thenApply(
                  found -> found.map(answer -> told.part(RUNTIME, answer)).orElse(Value.NULL));
      case SIGNING ->
          ACTIONS
              .find(
                  lambda::getFunctionCodeSigningConfig,
                  GetFunctionCodeSigningConfigRequest.builder().functionName(id).build())
              .thenApply(
                  found ->
                      found
                          .map(answer -> answer.codeSigningConfigArn())
                          .<Value>map(Value::of)
                          .orElse(Value.NULL));
      default -> CompletableFuture.completedFuture(Value.NULL);
    };
  }
}
