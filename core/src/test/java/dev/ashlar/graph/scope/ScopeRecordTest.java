package dev.ashlar.graph.scope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.expression.Compilation;
import dev.ashlar.graph.Acme;
import dev.ashlar.graph.Compiled;
import dev.ashlar.graph.Graph;
import dev.ashlar.schema.Catalog;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import dev.ashlar.value.json.ValueJson;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a plan keeps of a scope, so that its expressions mean the same when it is applied. */
class ScopeRecordTest {
  private static final Graph GRAPH =
      Compiled.graph(
          """
          parameters:
            name: { type: string, default: a }
            token: { type: string, sensitive: true }
          flags:
            archive: { default: false }
          locals:
            first: "${params.name}"
            second: { open: "${locals.first}", hidden: "${params.token}" }
            third: "${db.Access}"
          lookups:
            one: { type: acme::Key, where: { Alias: x } }
            perhaps: { type: acme::Key, where: { Alias: x }, expect: optional }
            many: { type: acme::Key, where: { Alias: x }, expect: many }
          imports:
            shared: { environment: network }
          resources:
            db: { type: acme::Database, properties: { Name: "${locals.first}" } }
            archive: { type: acme::Bucket, when: "${flags.archive}" }
            uploads: { type: acme::Bucket, forEach: [a] }
          """);

  private static ScopeRecord.Entry root(String name) {
    return GRAPH.scope().record().roots().get(name);
  }

  private static ScopeRecord.Entry local(String name) {
    return ((ScopeRecord.Group) root("locals")).members().get(name);
  }

  @Test
  void itSaysWhatEachNameStandsFor() {
    assertThat(root("db"))
        .isEqualTo(new ScopeRecord.Objects("acme::Database", ScopeRecord.Count.ONE));
    assertThat(root("archive"))
        .isEqualTo(new ScopeRecord.Objects("acme::Bucket", ScopeRecord.Count.OPTIONAL));
    assertThat(root("uploads"))
        .isEqualTo(new ScopeRecord.Objects("acme::Bucket", ScopeRecord.Count.KEYED));
    assertThat(root("one")).isEqualTo(new ScopeRecord.Objects("acme::Key", ScopeRecord.Count.ONE));
    assertThat(root("perhaps"))
        .isEqualTo(new ScopeRecord.Objects("acme::Key", ScopeRecord.Count.OPTIONAL));
    assertThat(root("many"))
        .isEqualTo(new ScopeRecord.Objects("acme::Key", ScopeRecord.Count.MANY));
    assertThat(root("shared")).isEqualTo(new ScopeRecord.Plain(ValueType.ANY, false));
  }

  @Test
  void localsHaveTheTypesOfTheirExpressions() {
    assertThat(local("first")).isEqualTo(new ScopeRecord.Plain(ValueType.STRING, false));
    assertThat(local("second"))
        .isEqualTo(
            new ScopeRecord.Group(
                new TreeMap<>(
                    Map.of(
                        "open", new ScopeRecord.Plain(ValueType.STRING, false),
                        "hidden", new ScopeRecord.Plain(ValueType.STRING, true)))));
  }

  @Test
  void aLocalThatIsPartOfAResourceHidesWhatThePartHides() {
    assertThat(local("third"))
        .isEqualTo(
            new ScopeRecord.Group(
                new TreeMap<>(
                    Map.of(
                        "User", new ScopeRecord.Plain(ValueType.STRING, false),
                        "Key", new ScopeRecord.Plain(ValueType.STRING, true)))));
  }

  @Test
  void writtenAndReadAgainItIsTheSame() {
    ScopeRecord record = GRAPH.scope().record();

    assertThat(ScopeValue.read(ScopeValue.of(record))).contains(record);
  }

  @Test
  void writtenAsJsonItHoldsTypesAndNoValues() {
    String json = ValueJson.canonical(ScopeValue.of(GRAPH.scope().record()));

    assertThat(ScopeValue.read(ValueJson.parse(json))).contains(GRAPH.scope().record());
  }

  @Test
  void whatIsNoRecordIsNotRead() {
    assertThat(ScopeValue.read(Value.of("x"))).isEmpty();
    assertThat(ScopeValue.read(Value.map(Map.of("a", Value.of(1))))).isEmpty();
    assertThat(ScopeValue.read(Value.map(Map.of("a", Value.map(Map.of("objects", Value.of("T")))))))
        .isEmpty();
  }

  @Test
  void whatIsCompiledAgainIsTypedAsBefore() {
    RecordedScope again =
        ScopeValue.read(ScopeValue.of(GRAPH.scope().record()))
            .orElseThrow()
            .scope(Catalog.of(Acme.acme().schemas()));
    for (String text :
        List.of(
            "db.Endpoint.Port",
            "uploads['a'].Arn",
            "locals.second.hidden",
            "params.name",
            "one.id",
            "many[0].Arn",
            "shared.vpc",
            "resources.db.Name",
            "db.Endpoint")) {
      Compilation.Compiled before = compile(text, GRAPH.scope());
      Compilation.Compiled after = compile(text, again);
      assertThat(after.expression().type()).as(text).isEqualTo(before.expression().type());
      assertThat(after.expression().secret()).as(text).isEqualTo(before.expression().secret());
      assertThat(after.expression().references())
          .as(text)
          .isEqualTo(before.expression().references());
    }
  }

  private static Compilation.Compiled compile(String text, RecordedScope scope) {
    return (Compilation.Compiled) Compiled.expressions().compile(text, scope);
  }

  @Test
  void aTypeThatIsNotThereAnyMoreIsTakenForAnything() {
    RecordedScope without = GRAPH.scope().record().scope(Catalog.of(List.of()));

    assertThat(compile("db.Whatever", without).expression().type()).isEqualTo(ValueType.ANY);
  }

  @Test
  void eachIsAddedForOneResource() {
    RecordedScope inside =
        GRAPH.scope().with("each", new ScopeRecord.Plain(ValueType.STRING, false));

    assertThat(inside.root("each")).isPresent();
    assertThat(GRAPH.scope().root("each")).isEmpty();
    assertThat(inside.root("db")).isPresent();
  }
}
