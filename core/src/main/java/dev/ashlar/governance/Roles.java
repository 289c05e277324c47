package dev.ashlar.governance;

import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.governance.access.RoleReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Access by roles: what is granted to one of a principal's roles, the principal may do; all else
 * not. Immutable, withers return copies.
 *
 * @since 0.1
 */
public final class Roles implements Access {
  static final Roles NONE = new Roles(List.of(), Map.of());

  private final List<Grant> grants;
  private final Map<String, Set<String>> members;

  private Roles(List<Grant> grants, Map<String, Set<String>> members) {
    this.grants = List.copyOf(grants);
    this.members = members;
  }

  /** Reads a document of kind Roles: who is in which role, and what each role may do. */
  public static Checked<Roles> read(Source source) {
    return RoleReader.read(source);
  }

  /** The same; a role may do this everywhere. */
  public Roles grant(String role, Permission... permissions) {
    return grant(Grant.of(role, permissions));
  }

  /** The same; a role may do this at a stage. */
  public Roles grantAt(String stage, String role, Permission... permissions) {
    return grant(Grant.of(role, permissions).stages(stage));
  }

  /** The same, with a grant more. */
  public Roles grant(Grant grant) {
    List<Grant> more = new ArrayList<>(grants);
    more.add(grant);
    return new Roles(more, members);
  }

  /** The same; somebody is in these roles, for {@link #principal}. */
  public Roles member(String name, String... roles) {
    TreeMap<String, Set<String>> more = new TreeMap<>(members);
    TreeSet<String> all = new TreeSet<>(more.getOrDefault(name, Set.of()));
    all.addAll(List.of(roles));
    more.put(name, Collections.unmodifiableSet(all));
    return new Roles(grants, Collections.unmodifiableMap(more));
  }

  /** Somebody, in the roles that they are said to be in; in none where nothing is said. */
  public Principal principal(String name) {
    Principal principal = Principal.named(name);
    for (String role : members.getOrDefault(name, Set.of())) {
      principal = principal.role(role);
    }
    return principal;
  }

  /** What is granted. */
  public List<Grant> grants() {
    return grants;
  }

  @Override
  public boolean allows(AccessRequest request) {
    for (Grant grant : grants) {
      if (grant.covers(request)) {
        return true;
      }
    }
    return false;
  }
}
