package dev.ashlar.aws.service.ec2;

import static dev.ashlar.aws.service.ec2.Ec2.ACTIONS;

import dev.ashlar.aws.service.AttributeTexts;
import dev.ashlar.aws.service.BatchTuned;
import dev.ashlar.aws.service.Change;
import dev.ashlar.aws.service.Pages;
import dev.ashlar.aws.service.Step;
import dev.ashlar.aws.service.Wanted;
import dev.ashlar.connector.Failure;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.ec2.Ec2AsyncClient;
import software.amazon.awssdk.services.ec2.model.AttachInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.AttachVpnGatewayRequest;
import software.amazon.awssdk.services.ec2.model.AttachmentStatus;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpnGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DetachInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DetachVpnGatewayRequest;
import software.amazon.awssdk.services.ec2.model.Filter;

/** Gateways of networks: to the internet, or to a private network of the account's own. */
record Attachments(Ec2AsyncClient ec2) implements BatchTuned {
  private static final int MOST = 200;
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final String INTERNET = "IGW";
  private static final String VPN = "VGW";
  private static final String INTERNET_ID = "InternetGatewayId";
  private static final String VPN_ID = "VpnGatewayId";
  private static final String VPC = "VpcId";
  private static final String ATTACHED_TO = "attachment.vpc-id";

  /** Not told to anybody: an attachment that is on its way. */
  private static final String STATE = " state";

  private static Optional<String> kind(MapValue spec) {
    boolean internet = spec.get(INTERNET_ID) instanceof Value.TextValue;
    boolean vpn = spec.get(VPN_ID) instanceof Value.TextValue;
    return internet == vpn ? Optional.empty() : Optional.of(internet ? INTERNET : VPN);
  }

  private static Composite id(MapValue spec) {
    return new Composite(
        kind(spec)
            .orElseThrow(
                () ->
                    Failure.invalid("set one of " + INTERNET_ID + " and " + VPN_ID).toException()),
        AttributeTexts.text(spec.get(VPC)));
  }

  @Override
  public CompletableFuture<Step> create(Wanted wanted) {
    String id = id(wanted.spec()).toString();
    return attach(wanted.spec())
        .thenApply(done -> id.startsWith(VPN) ? Step.more(id, PAUSE) : Step.last(id));
  }

  private CompletableFuture<?> attach(MapValue spec) {
    String vpc = AttributeTexts.text(spec.get(VPC));
    return spec.get(INTERNET_ID) instanceof Value.TextValue gateway
        ? ACTIONS.send(
            ec2::attachInternetGateway,
            AttachInternetGatewayRequest.builder()
                .internetGatewayId(gateway.text())
                .vpcId(vpc)
                .build())
        : ACTIONS.send(
            ec2::attachVpnGateway,
            AttachVpnGatewayRequest.builder()
                .vpnGatewayId(AttributeTexts.text(spec.get(VPN_ID)))
                .vpcId(vpc)
                .build());
  }

  private CompletableFuture<?> detach(MapValue was) {
    String vpc = AttributeTexts.text(was.get(VPC));
    return was.get(INTERNET_ID) instanceof Value.TextValue gateway
        ? ACTIONS.remove(
            ec2::detachInternetGateway,
            DetachInternetGatewayRequest.builder()
                .internetGatewayId(gateway.text())
                .vpcId(vpc)
                .build())
        : ACTIONS.remove(
            ec2::detachVpnGateway,
            DetachVpnGatewayRequest.builder()
                .vpnGatewayId(AttributeTexts.text(was.get(VPN_ID)))
                .vpcId(vpc)
                .build());
  }

  /** What is attached as it was to be counts as what an earlier try has made. */
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
    return read(id, spec)
        .thenApply(
            model ->
                model.isPresent() && model.get().entries().containsKey(STATE)
                    ? Step.more(id, PAUSE)
                    : Step.last(id));
  }

  @Override
  public CompletableFuture<Optional<MapValue>> read(String id, MapValue set) {
    return readAll(Map.of(id, set)).thenApply(models -> Optional.ofNullable(models.get(id)));
  }

  @Override
  public int batchLimit() {
    return MOST;
  }

  @Override
  public CompletableFuture<Map<String, MapValue>> readAll(Map<String, MapValue> set) {
    List<String> internet = new ArrayList<>();
    List<String> vpn = new ArrayList<>();
    for (Composite id : Composite.all(set.keySet())) {
      (id.first().equals(INTERNET) ? internet : vpn).add(id.second());
    }
    Map<String, MapValue> all = new LinkedHashMap<>();
    return internet(internet)
        .thenAccept(all::putAll)
        .thenCompose(done -> vpn(vpn))
        .thenAccept(all::putAll)
        .thenApply(
            done -> {
              all.keySet().retainAll(set.keySet());
              return all;
            });
  }

  private static List<Filter> of(List<String> vpcs) {
    return List.of(Tagged.filter(ATTACHED_TO, vpcs));
  }

  private CompletableFuture<Map<String, MapValue>> internet(List<String> vpcs) {
    return vpcs.isEmpty()
        ? CompletableFuture.completedFuture(Map.of())
        : internetGateways(of(vpcs));
  }

  private CompletableFuture<Map<String, MapValue>> vpn(List<String> vpcs) {
    return vpcs.isEmpty() ? CompletableFuture.completedFuture(Map.of()) : vpnGateways(of(vpcs));
  }

  private CompletableFuture<Map<String, MapValue>> internetGateways(List<Filter> filters) {
    return Pages.all(
            next ->
                ACTIONS.send(
                    ec2::describeInternetGateways,
                    DescribeInternetGatewaysRequest.builder()
                        .filters(filters)
                        .nextToken(next)
                        .build()),
            DescribeInternetGatewaysResponse::internetGateways,
            DescribeInternetGatewaysResponse::nextToken)
        .thenApply(
            gateways -> {
              Map<String, MapValue> models = new LinkedHashMap<>();
              gateways.forEach(
                  gateway ->
                      gateway
                          .attachments()
                          .forEach(
                              to ->
                                  models.put(
                                      new Composite(INTERNET, to.vpcId()).toString(),
                                      model(
                                          INTERNET,
                                          to.vpcId(),
                                          INTERNET_ID,
                                          gateway.internetGatewayId()))));
              return models;
            });
  }

  private CompletableFuture<Map<String, MapValue>> vpnGateways(List<Filter> filters) {
    return ACTIONS
        .send(
            ec2::describeVpnGateways, DescribeVpnGatewaysRequest.builder().filters(filters).build())
        .thenApply(
            found -> {
              Map<String, MapValue> models = new LinkedHashMap<>();
              found
                  .vpnGateways()
                  .forEach(
                      gateway ->
                          gateway.vpcAttachments().stream()
                              .filter(to -> !ENDED.contains(to.state()))
                              .forEach(
                                  to -> {
                                    MapValue model =
                                        model(VPN, to.vpcId(), VPN_ID, gateway.vpnGatewayId());
                                    models.put(
                                        new Composite(VPN, to.vpcId()).toString(),
                                        to.state() == AttachmentStatus.ATTACHING
                                            ? model.with(STATE, Value.of("attaching"))
                                            : model);
                                  }));
              return models;
            });
  }

  private static final Set<AttachmentStatus> ENDED =
      Set.of(AttachmentStatus.DETACHED, AttachmentStatus.DETACHING);

  private static MapValue model(String kind, String vpc, String property, String gateway) {
    return MapValue.EMPTY
        .with("AttachmentType", Value.of(kind))
        .with(VPC, Value.of(vpc))
        .with(property, Value.of(gateway));
  }

  @Override
  public boolean isSame(MapValue there, MapValue wanted) {
    return there.get(INTERNET_ID).equals(wanted.get(INTERNET_ID))
        && there.get(VPN_ID).equals(wanted.get(VPN_ID));
  }

  /** Another gateway of the same kind comes in the place of the one that is there. */
  @Override
  public CompletableFuture<Step> update(Change change) {
    if (!id(change.spec()).toString().equals(change.id())) {
      throw Failure.needsReplacement("a gateway of the other kind is another attachment")
          .toException();
    }
    return read(change.id(), change.prior())
        .thenCompose(there -> exchanged(there, change.spec()))
        .thenApply(
            done ->
                change.id().startsWith(VPN)
                    ? Step.more(change.id(), PAUSE)
                    : Step.last(change.id()));
  }

  private CompletableFuture<?> exchanged(Optional<MapValue> there, MapValue wanted) {
    if (there.isEmpty()) {
      throw Failure.notFound("there is no such attachment any more").toException();
    }
    return isSame(there.get(), wanted)
        ? CompletableFuture.completedFuture(null)
        : detach(there.get()).thenCompose(gone -> attach(wanted));
  }

  @Override
  public CompletableFuture<Step> delete(String id, MapValue was) {
    return read(id, was)
        .thenCompose(
            there ->
                there.isPresent() ? detach(there.get()) : CompletableFuture.completedFuture(null))
        .thenApply(gone -> id.startsWith(VPN) ? Step.more(id, PAUSE) : Step.last(id));
  }

  @Override
  public CompletableFuture<List<String>> list(Wanted wanted) {
    MapValue spec = wanted.spec();
    if (kind(spec).isPresent() && spec.get(VPC) instanceof Value.TextValue) {
      return CompletableFuture.completedFuture(List.of(id(spec).toString()));
    }
    List<Filter> filters =
        spec.get(VPC) instanceof Value.TextValue vpc ? of(List.of(vpc.text())) : List.of();
    List<String> ids = new ArrayList<>();
    return internetGateways(filters)
        .thenAccept(found -> ids.addAll(found.keySet()))
        .thenCompose(done -> vpnGateways(filters))
        .thenApply(
            found -> {
              ids.addAll(found.keySet());
              return List.copyOf(ids);
            });
  }
}
