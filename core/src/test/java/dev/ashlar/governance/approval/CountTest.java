package dev.ashlar.governance.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.governance.Approval;
import dev.ashlar.plan.ApprovalNeed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whether decisions are enough. */
class CountTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private static ApprovalNeed need(int count, boolean byEach, String... roles) {
    return new ApprovalNeed(
        "rule", List.of(roles), count, byEach, List.of(), Optional.empty(), Optional.empty());
  }

  private static Approval.Request request(ApprovalNeed need) {
    return new Approval.Request(
        "id-1",
        new Environment.Id("", "shop"),
        "digest",
        "seal",
        "production",
        1,
        "anna",
        "paul",
        "",
        NOON,
        NOON.plus(Duration.ofHours(8)),
        List.of(need));
  }

  private static Approval.Decision by(String name, String... roles) {
    return new Approval.Decision(name, List.of(roles), true, "", NOON);
  }

  private static boolean isEnough(ApprovalNeed need, Approval.Decision... decisions) {
    return new Count(request(need), List.of(decisions)).missing(List.of(need)).isEmpty();
  }

  @Test
  void soManyPeopleAreEnough() {
    ApprovalNeed two = need(2, false, "a", "b");

    assertThat(isEnough(two, by("x", "a"))).isFalse();
    assertThat(isEnough(two, by("x", "a"), by("x", "b"))).isFalse();
    assertThat(isEnough(two, by("x", "a"), by("y", "c"))).isFalse();
    assertThat(isEnough(two, by("x", "a"), by("y", "a"))).isTrue();
  }

  @Test
  void eachRoleHasSomebodyOfItsOwnWhoeverCameFirst() {
    ApprovalNeed each = need(3, true, "a", "b", "c");

    assertThat(isEnough(each, by("x", "a", "b", "c"), by("y", "a"), by("z", "a", "b"))).isTrue();
    assertThat(isEnough(each, by("x", "a", "b", "c"), by("y", "a"), by("z", "a"))).isFalse();
    assertThat(isEnough(each, by("x", "a", "b", "c"))).isFalse();
  }

  @Test
  void whoseItIsCountsNotEvenWhereARecordSaysSo() {
    ApprovalNeed anybody = need(1, false);

    assertThat(isEnough(anybody, by("anna"))).isFalse();
    assertThat(isEnough(anybody, by("paul"))).isFalse();
    assertThat(isEnough(anybody, by("x"))).isTrue();
  }

  @Test
  void manyRolesAndPeopleAreCountedAtOnce() {
    String[] roles =
        Stream.iterate(0, i -> i + 1).limit(40).map(i -> "r" + i).toArray(String[]::new);
    Approval.Decision[] people =
        Stream.iterate(0, i -> i + 1)
            .limit(39)
            .map(i -> by("p" + i, roles))
            .toArray(Approval.Decision[]::new);

    assertThat(isEnough(need(40, true, roles), people)).isFalse();
  }

  @Test
  void aRejectionCountsMoreThanAnything() {
    ApprovalNeed need = need(1, false);
    Approval.Decision no = new Approval.Decision("y", List.of(), false, "", NOON);
    Count count = new Count(request(need), List.of(by("x"), no));

    assertThat(count.status(NOON, false)).isEqualTo(Approval.Status.REJECTED);
  }

  @Test
  void itExpiresAtTheVeryMoment() {
    Count count = new Count(request(need(1, false)), List.of(by("x")));
    Instant end = NOON.plus(Duration.ofHours(8));

    assertThat(count.status(end.minusNanos(1), false)).isEqualTo(Approval.Status.APPROVED);
    assertThat(count.status(end, false)).isEqualTo(Approval.Status.EXPIRED);
    assertThat(count.status(NOON, true)).isEqualTo(Approval.Status.OUTDATED);
  }
}
