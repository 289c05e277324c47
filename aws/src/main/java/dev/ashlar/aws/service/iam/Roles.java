package dev.ashlar.aws.service.iam;

import static dev.ashlar.aws.service.iam.Iam.ACTIONS;

import dev.ashlar.aws.service.AttributeTexts;
import dev.ashlar.aws.service.Change;
import dev.ashlar.aws.service.Pages;
import dev.ashlar.aws.service.Step;
import dev.ashlar.aws.service.Tags;
import dev.ashlar.aws.service.Tuned;
import dev.ashlar.aws.service.Wanted;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.IamAsyncClient;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.DeleteRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
import software.amazon.awssdk.services.iam.model.ListRolesRequest;
import software.amazon.awssdk.services.iam.model.ListRolesResponse;
import software.amazon.awssdk.services.iam.model.PutRolePermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.TagRoleRequest;
import software.amazon.awssdk.services.iam.model.UntagRoleRequest;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleRequest;

/**
 * Roles. What hangs on one is put right by looking at it: each call can be done twice.
 *
 * @param iam the client
 * @param clock what time it is
 * @param spread how long a new role takes until the services of all regions know it: it does not
 *     count as made before, since what uses it would be refused
 */
record Roles(IamAsyncClient iam, Clock clock, Duration spread) implements Tuned {
  private static final int LONGEST_NAME = 64;
  private static final int USUAL_SESSION = 3_600;
  private static final String ATTACHED = "ManagedPolicyArns";
  private static final String INLINE = "Policies";
  private static final String BOUNDARY = "PermissionsBoundary";
  private static final String DESCRIPTION = "Description";
  private static final String SESSION = "MaxSessionDuration";
  private static final String TAGS = "Tags";
  private static final String TRUST = "AssumeRolePolicyDocument";

  @Override
  public CompletableFuture<Step> create(Wanted wanted) {
    MapValue spec = wanted.spec();
    String name = name(wanted).orElseThrow();
    return ACTIONS
        .send(
            iam::createRole,
            CreateRoleRequest.builder()
                .roleName(name)
                .assumeRolePolicyDocument(AttributeTexts.text(spec.get(TRUST)))
                .description(text(spec.get(DESCRIPTION)))
                .maxSessionDuration(
                    spec.get(SESSION) instanceof Value.NumberValue most
                        ? Integer.valueOf(most.number().intValue())
                        : null)
                .path(text(spec.get("Path")))
                .permissionsBoundary(text(spec.get(BOUNDARY)))
                .tags(tags(Tags.of(spec.get(TAGS))))
                .build())
        .thenApply(made -> Step.more(name));
  }

  private static Optional<String> name(Wanted wanted) {
    return wanted.name("RoleName", LONGEST_NAME, "");
  }

  private static @Nullable String text(Value value) {
    return value instanceof Value.TextValue text ? text.text() : null;
  }

  private static List<Tag> tags(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }

  @Override
  public boolean settles() {
    return true;
  }

  @Override
  public CompletableFuture<Step> settle(Operation operation, String id, MapValue spec) {
    RolePolicies policies = new RolePolicies(iam, id);
    return (spec.entries().containsKey(ATTACHED) ? policies.attach(spec) : nothing())
        .thenCompose(done -> spec.entries().containsKey(INLINE) ? policies.put(spec) : nothing())
        .thenCompose(done -> ACTIONS.find(iam::getRole, role(id)))
        .thenApply(
            found ->
                found
                    .map(GetRoleResponse::role)
                    .map(role -> left(role.createDate()))
                    .filter(left -> !left.isNegative() && !left.isZero())
                    .map(left -> Step.more(id, left))
                    .orElseGet(() -> Step.last(id)));
  }

  private Duration left(@Nullable Instant made) {
    return made == null ? Duration.ZERO : Duration.between(clock.instant(), made.plus(spread));
  }

  private static GetRoleRequest role(String id) {
    return GetRoleRequest.builder().roleName(id).build();
  }

  @Override
  public CompletableFuture<Optional<MapValue>> read(String id, MapValue set) {
    RolePolicies policies = new RolePolicies(iam, id);
    return ACTIONS
        .find(iam::getRole, role(id))
        .thenCompose(
            found ->
                found.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : policies
                        .model()
                        .thenApply(hung -> hung.map(parts -> model(found.get().role(), parts))));
  }

  private static MapValue model(Role role, MapValue hung) {
    MapValue model =
        hung.with("Arn", Value.of(role.arn()))
            .with("Path", Value.of(role.path()))
            .with("RoleId", Value.of(role.roleId()))
            .with("RoleName", Value.of(role.roleName()))
            .with(TRUST, Documents.read(role.assumeRolePolicyDocument()))
            .with(
                TAGS,
                Tags.list(role.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value))));
    if (role.description() != null && !role.description().isEmpty()) {
      model = model.with(DESCRIPTION, Value.of(role.description()));
    }
    if (role.maxSessionDuration() != null) {
      model = model.with(SESSION, Value.of(role.maxSessionDuration()));
    }
    return role.permissionsBoundary() == null
            || role.permissionsBoundary().permissionsBoundaryArn() == null
        ? model
        : model.with(BOUNDARY, Value.of(role.permissionsBoundary().permissionsBoundaryArn()));
  }

  @Override
  public CompletableFuture<Step> update(Change change) {
    RolePolicies policies = new RolePolicies(iam, change.id());
    return trust(change)
        .thenCompose(done -> settings(change))
        .thenCompose(done -> boundary(change))
        .thenCompose(done -> change.concerns(ATTACHED) ? policies.attach(change.spec()) : nothing())
        .thenCompose(done -> change.concerns(INLINE) ? policies.put(change.spec()) : nothing())
        .thenCompose(done -> tags(change))
        .thenApply(done -> Step.last(change.id()));
  }

  private static CompletableFuture<Void> nothing() {
    return CompletableFuture.completedFuture(null);
  }

  private CompletableFuture<?> trust(Change change) {
    return change.concerns(TRUST)
        ? ACTIONS.send(
            iam::updateAssumeRolePolicy,
            UpdateAssumeRolePolicyRequest.builder()
                .roleName(change.id())
                .policyDocument(AttributeTexts.text(change.wanted(TRUST)))
                .build())
        : nothing();
  }

  /** Both at once: what is not said with the call goes back to what it was at first. */
  private CompletableFuture<?> settings(Change change) {
    if (!change.concerns(DESCRIPTION, SESSION)) {
      return nothing();
    }
    String description = text(change.wanted(DESCRIPTION));
    return ACTIONS.send(
        iam::updateRole,
        UpdateRoleRequest.builder()
            .roleName(change.id())
            .description(description == null ? "" : description)
            .maxSessionDuration(
                change.wanted(SESSION) instanceof Value.NumberValue most
                    ? most.number().intValue()
                    : USUAL_SESSION)
            .build());
  }

  private CompletableFuture<?> boundary(Change change) {
    if (!change.concerns(BOUNDARY)) {
      return nothing();
    }
    return change.wanted(BOUNDARY) instanceof Value.TextValue policy
        ? ACTIONS.send(
            iam::putRolePermissionsBoundary,
            PutRolePermissionsBoundaryRequest.builder()
                .roleName(change.id())
                .permissionsBoundary(policy.text())
                .build())
        : ACTIONS.remove(
            iam::deleteRolePermissionsBoundary,
            DeleteRolePermissionsBoundaryRequest.builder().roleName(change.id()).build());
  }

  private CompletableFuture<?> tags(Change change) {
    return Tags.between(change.prior().get(TAGS), change.spec().get(TAGS))
        .apply(
            set ->
                ACTIONS.send(
                    iam::tagRole,
                    TagRoleRequest.builder().roleName(change.id()).tags(tags(set)).build()),
            removed ->
                ACTIONS.send(
                    iam::untagRole,
                    UntagRoleRequest.builder().roleName(change.id()).tagKeys(removed).build()));
  }

  @Override
  public CompletableFuture<Step> delete(String id, MapValue was) {
    return new RolePolicies(iam, id)
        .clear()
        .thenCompose(
            gone -> ACTIONS.send(iam::deleteRole, DeleteRoleRequest.builder().roleName(id).build()))
        .thenApply(gone -> Step.last(id));
  }

  @Override
  public CompletableFuture<List<String>> list(Wanted wanted) {
    return name(wanted)
        .map(name -> CompletableFuture.completedFuture(List.of(name)))
        .orElseGet(
            () ->
                Pages.all(
                        next ->
                            ACTIONS.send(
                                iam::listRoles, ListRolesRequest.builder().marker(next).build()),
                        ListRolesResponse::roles,
                        ListRolesResponse::marker)
                    .thenApply(roles -> roles.stream().map(Role::roleName).toList()));
  }
}
