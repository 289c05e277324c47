package dev.ashlar.governance;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.plan.ApprovalNeed;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * A request to approve one plan, and the decisions on it so far. Immutable: it says how things
 * stood when it was asked for.
 *
 * @since 0.1
 */
public final class Approval {
  private final Request request;
  private final List<Decision> decisions;
  private final List<ApprovalNeed> missing;
  private final Status status;

  private Approval(
      Request request, List<Decision> decisions, List<ApprovalNeed> missing, Status status) {
    this.request = request;
    this.decisions = List.copyOf(decisions);
    this.missing = List.copyOf(missing);
    this.status = status;
  }

  /**
   * An approval.
   *
   * @param missing what the decisions do not satisfy yet
   */
  public static Approval of(
      Request request, List<Decision> decisions, List<ApprovalNeed> missing, Status status) {
    return new Approval(request, decisions, missing, status);
  }

  /** How it stands. Will grow: a switch needs a default. */
  public enum Status {
    /** Somebody has still to approve. */
    PENDING,
    /** All that is needed is there: the plan can be applied. */
    APPROVED,
    /** Somebody has rejected it. */
    REJECTED,
    /** It is too late: it counts no more. */
    EXPIRED,
    /** The records have changed since the plan was made: nobody can apply it any more. */
    OUTDATED;

    /** The word in documents. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What was asked.
   *
   * @param id what the request is called
   * @param environment of which environment the plan is
   * @param digest the plan's digest
   * @param seal the plan's seal
   * @param stage the stage that the plan was made for
   * @param serial the serial of the state that the plan starts from
   * @param author who made the plan
   * @param by who asks
   * @param reason why, in the words of who asks; may be empty
   * @param at when
   * @param expires from when on it does not count any more
   * @param needs who must approve
   */
  public record Request(
      String id,
      Environment.Id environment,
      String digest,
      String seal,
      String stage,
      long serial,
      String author,
      String by,
      String reason,
      Instant at,
      Instant expires,
      List<ApprovalNeed> needs) {
    /** Copies the list. */
    public Request {
      needs = List.copyOf(needs);
    }
  }

  /**
   * What somebody decided.
   *
   * @param by who
   * @param roles the roles that this one had then, sorted
   * @param approved whether it is approved; else it is rejected
   * @param reason why, in the words of who decided; may be empty
   * @param at when
   */
  public record Decision(
      String by, List<String> roles, boolean approved, String reason, Instant at) {
    /** Sorts the roles. */
    public Decision {
      roles = List.copyOf(new TreeSet<>(roles));
    }
  }

  /** What the request is called: for {@link dev.ashlar.Workspace#approve}. */
  public String id() {
    return request.id();
  }

  /** What was asked. */
  public Request request() {
    return request;
  }

  /** What was decided so far, in order. */
  public List<Decision> decisions() {
    return decisions;
  }

  /** Who must still approve. */
  public List<ApprovalNeed> missing() {
    return missing;
  }

  /** The roles whose approval is still missing; none as well where anybody's will do. */
  public List<String> roles() {
    TreeSet<String> roles = new TreeSet<>();
    missing.forEach(need -> roles.addAll(need.roles()));
    return List.copyOf(roles);
  }

  /** How it stands. */
  public Status status() {
    return status;
  }

  @Override
  public String toString() {
    return request.id() + " " + status.text();
  }
}
