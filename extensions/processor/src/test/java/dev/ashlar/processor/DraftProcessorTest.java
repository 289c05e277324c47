package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written for a record, and that the compiler has nothing to say about it. */
class DraftProcessorTest {
  @TempDir private Path folder;

  private Compilation compile(String name, String source) throws IOException {
    return Compilation.of(folder, Map.of(name, source));
  }

  private String draft(String name, String source) throws IOException {
    Compilation compilation = compile(name, source);
    assertThat(compilation.messages()).isEmpty();
    assertThat(compilation.drafts()).hasSize(1);
    return compilation.drafts().values().iterator().next();
  }

  @Test
  void aDraftIsWhatAPersonWouldHaveWritten() throws IOException {
    assertThat(
            draft(
                "a.Queue",
                """
                package a;
                import dev.ashlar.schema.*;
                @ResourceSpec(type = "acme::Queue", outputs = Queue.Outputs.class,
                    naming = ResourceSpec.Naming.PASCAL_CASE)
                public record Queue(int timeout) {
                  public record Outputs(String arn) {}
                }
                """))
        .isEqualTo(
            """
            package a;

            /** Declares {@code acme::Queue} resources. Written from {@link a.Queue}. */
            public final class QueueDraft implements dev.ashlar.blueprint.Declared {
              private final dev.ashlar.blueprint.Resource resource;

              /** A resource of this name in the blueprint, of which nothing is set yet. */
              public QueueDraft(String name) {
                this(dev.ashlar.blueprint.Resource.named(name, "acme::Queue"));
              }

              private QueueDraft(dev.ashlar.blueprint.Resource resource) {
                this.resource = resource;
              }

              @Override
              public dev.ashlar.blueprint.Resource declare() {
                return resource;
              }

              /** The same, with {@code Timeout} set. */
              public QueueDraft timeout(int value) {
                return new QueueDraft(resource.property("Timeout", dev.ashlar.blueprint.Expression.literal(value)));
              }

              /** The same, with {@code Timeout} set. */
              public QueueDraft timeout(dev.ashlar.blueprint.Input<Integer> value) {
                return new QueueDraft(resource.property("Timeout", value));
              }

              /** Refers to {@code Timeout}. */
              public dev.ashlar.blueprint.Ref<a.Queue, Integer> timeout() {
                return dev.ashlar.blueprint.Ref.to(resource.name(), "Timeout");
              }

              /** Refers to {@code Arn}. */
              public dev.ashlar.blueprint.Ref<a.Queue, String> arn() {
                return dev.ashlar.blueprint.Ref.to(resource.name(), "Arn");
              }
            }
            """);
  }

  @Test
  void everyTypeOfComponentHasADraftThatCompilesWithoutAWarning() throws IOException {
    String draft =
        draft(
            "a.Wide",
            """
            package a;
            import dev.ashlar.schema.*;
            import dev.ashlar.value.*;
            import java.util.*;
            import org.example.Nullable;
            @ResourceSpec(type = "acme::Wide")
            record Wide(boolean a, byte b, short c, int d, long e, float f, double g, char h,
                @Nullable Integer i, String j, java.math.BigDecimal k, java.time.Duration l, Mode m,
                Secret<String> n, List<Secret<String>> o, Map<String, Secret<String>> p,
                Value q, Value.MapValue r, List<List<String>> s, Map<String, List<Integer>> t,
                Part u, List<Part> v, Set<Part> w, Map<String, Part> x, Set<Mode> y,
                List<@Nullable String> z) {
              enum Mode { ON, OFF }
              record Part(Mode mode, @Nullable Part part, List<Part> parts) {}
            }
            """);

    assertThat(draft)
        .contains("final class WideDraft")
        .doesNotContain("public final class WideDraft")
        .doesNotContain("Nullable")
        .contains("i(int value)", "h(char value)", "m(a.Wide.Mode value)")
        .contains("static final class Part implements dev.ashlar.blueprint.Input<a.Wide.Part>");
  }

  @Test
  void aSecretIsSetByAnInputOnly() throws IOException {
    assertThat(
            draft(
                "a.Db",
                """
                package a;
                import dev.ashlar.schema.*;
                @ResourceSpec(type = "acme::Db")
                public record Db(dev.ashlar.value.Secret<String> password) {}
                """))
        .containsOnlyOnce("DbDraft password(")
        .contains(
            "DbDraft password(dev.ashlar.blueprint.Input<dev.ashlar.value.Secret<String>> value)");
  }

  @Test
  void aWriteOnlyPropertyCannotBeReferredToAndAComputedOneCannotBeSet() throws IOException {
    assertThat(
            draft(
                "a.Db",
                """
                package a;
                import dev.ashlar.schema.*;
                @ResourceSpec(type = "acme::Db", outputs = Db.Outputs.class)
                public record Db(
                    @Property(writeOnly = true) String password,
                    @Property(computed = true) String state) {
                  public record Outputs(String password, String state, String arn) {}
                }
                """))
        .doesNotContain(" password()")
        .doesNotContain("state(String value)")
        .containsOnlyOnce(" state()")
        .containsOnlyOnce(" arn()");
  }

  @Test
  void aReferenceIsOfTheKindThatThePropertyNames() throws IOException {
    assertThat(
            draft(
                "a.Queue",
                """
                package a;
                import dev.ashlar.schema.*;
                import java.util.List;
                @ResourceSpec(type = "acme::Queue")
                public record Queue(
                    @Property(references = Target.class) String key,
                    @Property(references = Target.class) List<String> keys) {
                  public interface Target {}
                }
                """))
        .contains("key(dev.ashlar.blueprint.Ref<? extends a.Queue.Target, String> value)")
        .contains("key(dev.ashlar.blueprint.Expression<String> value)")
        .contains(
            "keys(java.util.List<? extends dev.ashlar.blueprint.Ref<? extends a.Queue.Target,"
                + " String>> value)");
  }

  @Test
  void namesAreTheCloudsOwn() throws IOException {
    assertThat(
            draft(
                "a.Odd",
                """
                package a;
                import dev.ashlar.schema.*;
                @ResourceSpec(type = "acme::Odd", naming = ResourceSpec.Naming.SNAKE_CASE)
                public record Odd(
                    String someName,
                    @Property(name = "@odata.\\"type\\" */ }") String odd) {}
                """))
        .contains("\"some_name\"")
        .contains("\"@odata.\\\"type\\\" */ }\"");
  }

  @Test
  void whatACloudCallsItsPropertiesNeverCollides() throws IOException {
    draft(
        "a.Odd",
        """
        package a;
        import dev.ashlar.schema.*;
        @ResourceSpec(type = "acme::Odd")
        public record Odd(String declare, String name, String resource, String term, String value,
            String content, String when, String provider, Nested nested) {
          public record Nested(String term, String declare, String content, String value) {}
        }
        """);
  }

  @Test
  void aNestedRecordMayHaveAnyName() throws IOException {
    assertThat(
            draft(
                "a.Odd",
                """
                package a;
                import dev.ashlar.schema.*;
                @ResourceSpec(type = "acme::Odd")
                public record Odd(One.Part one, Two.Part two, String text) {
                  public record One(Part part) { public record Part(Odd.String string) {} }
                  public record Two() { public record Part(java.lang.String text) {} }
                  public record String(int length) {}
                }
                """))
        .contains("class Part ", "class PartDraft ", "class StringDraft ");
  }

  @Test
  void aPrivateRecordHasNoDraft() throws IOException {
    Compilation compilation =
        compile(
            "a.Outer",
            """
            package a;
            import dev.ashlar.schema.*;
            class Outer {
              @ResourceSpec(type = "acme::Hidden") private record Hidden(String name) {}
              @ResourceSpec(type = "acme::Half") record Half(Part part) {}
              private record Part() {}
            }
            """);

    assertThat(compilation.messages()).isEmpty();
    assertThat(compilation.drafts()).isEmpty();
  }

  @Test
  void recordsOfOneNameAreToldApartByTheClassesAroundThem() throws IOException {
    Compilation compilation =
        compile(
            "a.Outer",
            """
            package a;
            import dev.ashlar.schema.*;
            class Outer {
              @ResourceSpec(type = "acme::Key") record Key(String name) {}
              static class Inner {
                @ResourceSpec(type = "acme::Key") record Key(String name) {}
              }
            }
            """);

    assertThat(compilation.messages()).isEmpty();
    assertThat(compilation.drafts())
        .containsOnlyKeys("OuterInnerKeyDraft.java", "OuterKeyDraft.java");
  }

  @Test
  void onlyARecordDeclaresAType() throws IOException {
    assertThat(
            compile(
                    "a.Wrong",
                    """
                    package a;
                    @dev.ashlar.schema.ResourceSpec(type = "acme::Wrong") final class Wrong {}
                    """)
                .messages())
        .containsExactly("ERROR: only a record can declare a resource type");
  }

  @Test
  void aClassOfTheDraftsNameIsNotOverwritten() throws IOException {
    assertThat(
            compile(
                    "a.Key",
                    """
                    package a;
                    @dev.ashlar.schema.ResourceSpec(type = "acme::Key") record Key(String name) {}
                    class KeyDraft {}
                    """)
                .messages())
        .contains("ERROR: the draft a.KeyDraft cannot be written; is there a class of that name?");
  }

  @Test
  void aRecordMayStandInNoPackage() throws IOException {
    assertThat(
            draft(
                "Key",
                "@dev.ashlar.schema.ResourceSpec(type = \"acme::Key\") record Key(String name) {}"))
        .startsWith("/** Declares");
  }
}
