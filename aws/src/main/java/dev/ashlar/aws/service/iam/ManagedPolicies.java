package dev.ashlar.aws.service.iam;

import static dev.ashlar.aws.service.iam.Iam.ACTIONS;

import dev.ashlar.aws.service.AttributeTexts;
import dev.ashlar.aws.service.Chain;
import dev.ashlar.aws.service.Change;
import dev.ashlar.aws.service.Pages;
import dev.ashlar.aws.service.Step;
import dev.ashlar.aws.service.Tuned;
import dev.ashlar.aws.service.Wanted;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.iam.IamAsyncClient;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyRequest;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyResponse;
import software.amazon.awssdk.services.iam.model.ListPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListPoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListPolicyVersionsRequest;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyScopeType;
import software.amazon.awssdk.services.iam.model.PolicyVersion;

/** Policies that stand alone and are attached. A changed document is another version. */
record ManagedPolicies(IamAsyncClient iam) implements Tuned {
  private static final int LONGEST_NAME = 128;
  private static final int MOST_VERSIONS = 5;
  private static final String ARN = "PolicyArn";
  private static final String DESCRIPTION = "Description";
  private static final String DOCUMENT = "PolicyDocument";
  private static final String NAME = "ManagedPolicyName";
  private static final String PATH = "Path";

  @Override
  public CompletableFuture<Step> create(Wanted wanted) {
    MapValue spec = wanted.spec();
    CreatePolicyRequest.Builder request =
        CreatePolicyRequest.builder()
            .policyName(wanted.name(NAME, LONGEST_NAME, "").orElseThrow())
            .policyDocument(AttributeTexts.text(spec.get(DOCUMENT)));
    if (spec.get(PATH) instanceof Value.TextValue path) {
      request.path(path.text());
    }
    if (spec.get(DESCRIPTION) instanceof Value.TextValue about) {
      request.description(about.text());
    }
    return ACTIONS
        .send(iam::createPolicy, request.build())
        .thenApply(made -> Step.more(made.policy().arn()));
  }

  /** A policy that is there as it was to be counts as what an earlier try has made. */
  @Override
  public boolean takes() {
    return true;
  }

  @Override
  public boolean settles() {
    return true;
  }

  @Override
  public CompletableFuture<Step> settle(Operation operation, String id, MapValue spec) {
    return attach(id, Holder.of(spec)).thenApply(done -> Step.last(id));
  }

  private CompletableFuture<Void> attach(String policy, List<Holder> holders) {
    return Chain.each(holders, holder -> holder.attach(iam, policy));
  }

  private CompletableFuture<List<Holder>> holders(String policy) {
    return Pages.all(
        next ->
            ACTIONS.send(
                iam::listEntitiesForPolicy,
                ListEntitiesForPolicyRequest.builder().policyArn(policy).marker(next).build()),
        ManagedPolicies::holders,
        ListEntitiesForPolicyResponse::marker);
  }

  private static List<Holder> holders(ListEntitiesForPolicyResponse told) {
    List<Holder> all = new ArrayList<>();
    told.policyGroups().forEach(each -> all.add(new Holder(Holders.GROUPS, each.groupName())));
    told.policyRoles().forEach(each -> all.add(new Holder(Holders.ROLES, each.roleName())));
    told.policyUsers().forEach(each -> all.add(new Holder(Holders.USERS, each.userName())));
    return all;
  }

  @Override
  public CompletableFuture<Optional<MapValue>> read(String id, MapValue set) {
    return ACTIONS
        .find(iam::getPolicy, GetPolicyRequest.builder().policyArn(id).build())
        .thenCompose(
            found ->
                found.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : ACTIONS
                        .find(
                            iam::getPolicyVersion,
                            GetPolicyVersionRequest.builder()
                                .policyArn(id)
                                .versionId(found.get().policy().defaultVersionId())
                                .build())
                        .thenCompose(
                            version ->
                                version.isEmpty()
                                    ? CompletableFuture.completedFuture(Optional.empty())
                                    : holders(id)
                                        .thenApply(
                                            holders ->
                                                Optional.of(
                                                    model(
                                                        found.get().policy(),
                                                        version.get().policyVersion().document(),
                                                        holders)))));
  }

  private static MapValue model(Policy policy, String document, List<Holder> holders) {
    MapValue model =
        MapValue.EMPTY
            .with("AttachmentCount", Value.of(policy.attachmentCount()))
            .with("DefaultVersionId", Value.of(policy.defaultVersionId()))
            .with("IsAttachable", Value.of(policy.isAttachable()))
            .with("PolicyId", Value.of(policy.policyId()))
            .with(ARN, Value.of(policy.arn()))
            .with(DOCUMENT, Documents.read(document))
            .with(NAME, Value.of(policy.policyName()))
            .with(PATH, Value.of(policy.path()))
            .with("CreateDate", Value.of(policy.createDate().toString()))
            .with("UpdateDate", Value.of(policy.updateDate().toString()));
    if (policy.permissionsBoundaryUsageCount() != null) {
      model =
          model.with(
              "PermissionsBoundaryUsageCount", Value.of(policy.permissionsBoundaryUsageCount()));
    }
    if (policy.description() != null) {
      model = model.with(DESCRIPTION, Value.of(policy.description()));
    }
    for (Holders kind : Holders.values()) {
      List<String> names =
          holders.stream().filter(each -> each.kind() == kind).map(Holder::name).toList();
      if (!names.isEmpty()) {
        model = model.with(kind.property(), Texts.list(names));
      }
    }
    return model;
  }

  @Override
  public boolean isSame(MapValue there, MapValue wanted) {
    return there.get(DOCUMENT).equals(wanted.get(DOCUMENT));
  }

  @Override
  public CompletableFuture<Step> update(Change change) {
    List<Holder> wanted = Holder.of(change.spec());
    List<Holder> left = new ArrayList<>(Holder.of(change.prior()));
    left.removeAll(wanted);
    // A policy may be attached elsewhere, too: only what this resource declared is taken away.
    left.removeIf(holder -> !change.concerns(holder.kind().property()));
    return (change.concerns(DOCUMENT)
            ? version(change.id(), AttributeTexts.text(change.wanted(DOCUMENT)))
            : CompletableFuture.<Void>completedFuture(null))
        .thenCompose(done -> attach(change.id(), wanted))
        .thenCompose(done -> Chain.each(left, holder -> holder.detach(iam, change.id())))
        .thenApply(done -> Step.last(change.id()));
  }

  /** Another version; the oldest makes room for it. */
  private CompletableFuture<Void> version(String policy, String document) {
    return spare(policy)
        .thenCompose(
            spare ->
                Chain.each(
                    spare.size() < MOST_VERSIONS - 1
                        ? List.<PolicyVersion>of()
                        : spare.subList(0, spare.size() - MOST_VERSIONS + 2),
                    old -> remove(policy, old)))
        .thenCompose(
            done ->
                ACTIONS.send(
                    iam::createPolicyVersion,
                    CreatePolicyVersionRequest.builder()
                        .policyArn(policy)
                        .policyDocument(document)
                        .setAsDefault(true)
                        .build()))
        .thenAccept(made -> {});
  }

  /** The versions that are not in use, the oldest first. */
  private CompletableFuture<List<PolicyVersion>> spare(String policy) {
    return ACTIONS
        .find(
            iam::listPolicyVersions, ListPolicyVersionsRequest.builder().policyArn(policy).build())
        .thenApply(
            found ->
                found.stream()
                    .flatMap(told -> told.versions().stream())
                    .filter(version -> !Boolean.TRUE.equals(version.isDefaultVersion()))
                    .sorted(Comparator.comparing(PolicyVersion::createDate))
                    .toList());
  }

  private CompletableFuture<?> remove(String policy, PolicyVersion version) {
    return ACTIONS.remove(
        iam::deletePolicyVersion,
        DeletePolicyVersionRequest.builder()
            .policyArn(policy)
            .versionId(version.versionId())
            .build());
  }

  @Override
  public CompletableFuture<Step> delete(String id, MapValue was) {
    return holders(id)
        .thenCompose(all -> Chain.each(all, holder -> holder.detach(iam, id)))
        .thenCompose(done -> spare(id))
        .thenCompose(versions -> Chain.each(versions, version -> remove(id, version)))
        .thenCompose(
            done ->
                ACTIONS.send(
                    iam::deletePolicy, DeletePolicyRequest.builder().policyArn(id).build()))
        .thenApply(gone -> Step.last(id));
  }

  @Override
  public CompletableFuture<List<String>> list(Wanted wanted) {
    if (wanted.spec().get(ARN) instanceof Value.TextValue arn) {
      return CompletableFuture.completedFuture(List.of(arn.text()));
    }
    Optional<String> name = wanted.name(NAME, LONGEST_NAME, "");
    return Pages.all(
            next ->
                ACTIONS.send(
                    iam::listPolicies,
                    ListPoliciesRequest.builder()
                        .scope(PolicyScopeType.LOCAL)
                        .marker(next)
                        .build()),
            ListPoliciesResponse::policies,
            ListPoliciesResponse::marker)
        .thenApply(
            all ->
                all.stream()
                    .filter(policy -> name.isEmpty() || name.get().equals(policy.policyName()))
                    .map(Policy::arn)
                    .toList());
  }
}
