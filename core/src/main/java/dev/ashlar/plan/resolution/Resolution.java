package dev.ashlar.plan.resolution;

import dev.ashlar.blueprint.Inputs;
import dev.ashlar.blueprint.Term;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.expression.Compilation;
import dev.ashlar.expression.Scope;
import dev.ashlar.graph.compile.Types;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.OutputChange;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanContext;
import dev.ashlar.plan.naming.OwnershipMark;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What remains to be evaluated while a plan is applied. It makes unknowns known and weakens
 * actions, and never does anything else: a value that the plan knew is not evaluated again. Its
 * answers are those of a pure function; for one thread at a time.
 */
public final class Resolution {
  private final Plan plan;
  private final Inputs inputs;
  private final Types types;
  private final Function<Value, String> fingerprint;
  private final Language language;
  private final Traces traces;
  private @Nullable PresentBindings bindings;

  /**
   * Of a plan.
   *
   * @param inputs the plan's inputs, with secrets that were fetched or supplied again
   * @param types the resource types
   * @param expressions compiles one expression
   * @param fingerprint the keyed fingerprint of a known value
   */
  public Resolution(
      Plan plan,
      Inputs inputs,
      Types types,
      BiFunction<String, Scope, Compilation> expressions,
      Function<Value, String> fingerprint) {
    this.plan = plan;
    this.inputs = inputs;
    this.types = types;
    this.fingerprint = fingerprint;
    this.language = new Language(plan.context(), types, expressions);
    this.traces = Traces.of(plan);
  }

  /**
   * The change with its unknowns known, as far as all that it depends on is done: declared and
   * planned values, names bound, the action the same or weaker.
   */
  public Checked<Change> change(Change change, Present present) {
    return switch (change.action()) {
      case CREATE, REPLACE, UPDATE, REPLACE_IF_CHANGED, READ -> evaluated(change, present);
      default -> Checked.of(change);
    };
  }

  private Checked<Change> evaluated(Change change, Present present) {
    Optional<ResourceSchema> schema = types.schema(change.type()).value();
    if (schema.isEmpty()) {
      return Checked.of(change);
    }
    Optional<Openings> openings =
        change.template().map(template -> Openings.of(change.declared(), template));
    Checked<Value> declared =
        openings.isPresent() && !openings.get().isEmpty()
            ? opened(change, openings.get(), present)
            : Checked.of(change.declared());
    if (!(declared.value().orElse(Value.NULL) instanceof Value.MapValue now)) {
      return Checked.refused(located(change, declared.diagnostics()));
    }
    Resolving resolving =
        new Resolving(
            schema.get(), plan.environment().name(), change, openings, present, fingerprint);
    Checked<Change> resolved = resolving.resolve(now);
    return resolved.map(done -> bound(schema.get(), done, present.lineage()));
  }

  private static Change bound(ResourceSchema schema, Change change, String lineage) {
    Value.MapValue planned = OwnershipMark.bind(schema, change.planned(), lineage, change.object());
    return planned.equals(change.planned()) ? change : change.toBuilder().planned(planned).build();
  }

  private Checked<Value> opened(Change change, Openings openings, Present present) {
    return language
        .properties(change, each(change, present), openings.template(), bindings(present))
        .map(
            found -> found instanceof Value.MapValue values ? openings.filled(values) : Value.NULL);
  }

  /** What {@code each} is by now; its key is always known. */
  private Value each(Change change, Present present) {
    Term forEach = plan.context().forEach().get(change.address().declaration().toString());
    boolean open = !change.each().isKnown() || change.each().hasSecret();
    if (!open || forEach == null || !(change.each() instanceof Value.MapValue each)) {
      return change.each();
    }
    Value all = language.value(forEach, bindings(present)).value().orElse(Value.NULL);
    return all instanceof Value.MapValue byKey
        ? each.with("value", byKey.get(each.get("key").toString()))
        : each;
  }

  /** The configuration of a provider by now; the scope that an object was made in goes before. */
  public Checked<Value.MapValue> configuration(StateObject.Home home, Present present) {
    PlanContext.ProviderUse use = plan.context().providers().get(home.configuration());
    if (use == null || !use.provider().equals(home.provider())) {
      return Checked.of(home.scope());
    }
    Checked<Value> value = language.configuration(use, bindings(present));
    return value.map(
        configuration -> {
          Value.MapValue map =
              configuration instanceof Value.MapValue known ? known : Value.MapValue.EMPTY;
          for (Map.Entry<String, Value> entry : home.scope().entries().entrySet()) {
            if (entry.getValue().isKnown()) {
              map = map.with(entry.getKey(), entry.getValue());
            }
          }
          return map;
        });
  }

  /** The blueprint's outputs by now; without those that are still not known. */
  public Checked<Value.MapValue> outputs(Present present) {
    TreeMap<String, Value> outputs = new TreeMap<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    PresentBindings bindings = bindings(present);
    for (Map.Entry<String, OutputChange> output : plan.outputs().entrySet()) {
      Value planned = output.getValue().after();
      Term term = plan.context().outputs().get(output.getKey());
      Checked<Value> value =
          planned.isKnown() || term == null ? Checked.of(planned) : language.value(term, bindings);
      diagnostics.addAll(value.diagnostics());
      Value now = value.value().orElse(Value.NULL);
      if (now.isKnown() && !(now instanceof Value.NullValue)) {
        outputs.put(output.getKey(), output.getValue().sensitive() ? Value.secret(now) : now);
      }
    }
    return Checked.of(new Value.MapValue(outputs), diagnostics);
  }

  private PresentBindings bindings(Present present) {
    if (bindings == null || !bindings.isOf(present)) {
      bindings = new PresentBindings(plan.context(), inputs, language, traces, present);
    }
    return bindings;
  }

  static List<Diagnostic> located(Change change, List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .map(
            each ->
                each.on(change.address())
                    .canvas(change.canvas().orElse(null))
                    .at(each.location().or(change::location).orElse(null)))
        .toList();
  }
}
