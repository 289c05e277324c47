package dev.ashlar.plan.planner;

import dev.ashlar.blueprint.Term;
import dev.ashlar.graph.scope.ScopeRecord;
import dev.ashlar.graph.scope.ScopeValue;
import dev.ashlar.plan.PlanContext;
import dev.ashlar.plan.rollback.Former;
import dev.ashlar.plan.rollback.Provenance;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a rollback takes from the former state instead of the documents.
 *
 * @param below the names that each name depended on
 * @param roots what the names stand for that its expressions read
 * @param instances the keys of those that have several objects
 * @param outputs what the outputs are evaluated from that only applying will tell
 * @param secretOutputs the outputs that hold a secret
 */
record Restoration(
    Map<String, Set<String>> below,
    Map<String, ScopeRecord.Entry> roots,
    Map<String, List<String>> instances,
    Map<String, Term> outputs,
    Set<String> secretOutputs) {

  /** The names that each name depended on. */
  static Map<String, Set<String>> below(Collection<Former> formers) {
    Map<String, Set<String>> below = new HashMap<>();
    for (Former former : formers) {
      Set<String> names =
          below.computeIfAbsent(former.address().declaration().toString(), name -> new TreeSet<>());
      former.object().dependencies().forEach(each -> names.add(declaration(each)));
    }
    return below;
  }

  /** Of an address in words, that of the whole. */
  static String declaration(String address) {
    return Address.parse(address).map(each -> each.declaration().toString()).orElse(address);
  }

  static Restoration of(
      Collection<Former> formers,
      Map<String, Set<String>> below,
      Provenance provenance,
      Term.Fields outputs,
      Value.MapValue values) {
    Map<String, ScopeRecord.Entry> roots = new TreeMap<>();
    Map<String, List<String>> instances = new TreeMap<>();
    for (Former former : formers) {
      String name = former.address().declaration().toString();
      Optional<String> key = former.address().key();
      if (provenance.isAnother(former.address())) {
        ScopeRecord.Count count = key.isPresent() ? ScopeRecord.Count.KEYED : ScopeRecord.Count.ONE;
        roots.put(name, new ScopeRecord.Objects(former.object().type(), count));
      }
      key.ifPresent(each -> instances.computeIfAbsent(name, any -> new ArrayList<>()).add(each));
    }
    instances.keySet().retainAll(roots.keySet());
    Set<String> secret = new HashSet<>();
    values
        .entries()
        .forEach(
            (name, value) -> {
              if (value.hasSecret()) {
                secret.add(name);
              }
            });
    return new Restoration(below, roots, instances, outputs.fields(), secret);
  }

  Set<String> below(String name) {
    return below.getOrDefault(name, Set.of());
  }

  /** The context of the documents, with what the rollback reads. */
  PlanContext in(PlanContext context, ScopeRecord documents) {
    ScopeRecord scope = documents;
    for (Map.Entry<String, ScopeRecord.Entry> root : roots.entrySet()) {
      scope = scope.with(root.getKey(), root.getValue());
    }
    Map<String, List<String>> keys = new TreeMap<>(context.instances());
    instances.forEach((name, each) -> keys.put(name, each.stream().sorted().toList()));
    return new PlanContext(
        context.inputs(),
        roots.isEmpty() ? context.scope() : ScopeValue.of(scope),
        context.locals(),
        context.providers(),
        context.lookups(),
        context.imports(),
        outputs,
        secretOutputs,
        context.seen(),
        keys,
        context.forEach());
  }
}
