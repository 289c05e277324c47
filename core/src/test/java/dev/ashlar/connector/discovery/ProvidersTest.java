package dev.ashlar.connector.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.connector.Provider;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.schema.Catalog;
import dev.ashlar.schema.ResourceSchema;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who owns which types. */
class ProvidersTest {
  private final Acme acme = new Acme("acme", "acme::", "acme::Queue", "acme::Topic");
  private final Acme other = new Acme("other", "other::", "other::Disk");

  @Test
  void aTypeBelongsToTheProviderThatOwnsTheBeginningOfItsName() {
    Providers providers = Providers.of(acme, other);

    assertThat(providers.owning("acme::Queue")).containsSame(acme);
    assertThat(providers.owning("other::Nothing")).containsSame(other);
    assertThat(providers.owning("third::Thing")).isEmpty();
    assertThat(providers.ownerName("acme::Queue")).contains("acme");
    assertThat(providers.descriptor("acme").orElseThrow().version()).isEqualTo("1.0.0");
  }

  @Test
  void providersComeInTheOrderOfTheirNames() {
    assertThat(Providers.of(other, acme).all()).containsExactly(acme, other);
  }

  @Test
  void theCatalogHasTheTypesOfAllAndReadsNoSchemaForIt() {
    Catalog catalog = Providers.of(acme, other).catalog();

    assertThat(catalog.types()).containsExactly("acme::Queue", "acme::Topic", "other::Disk");
    assertThat(acme.read).isEmpty();
    assertThat(catalog.schema("acme::Queue")).isPresent();
    assertThat(acme.read).containsExactly("acme::Queue");
    assertThat(other.read).isEmpty();
  }

  @Test
  void aTypeOutsideTheNamespacesOfItsProviderIsNotInTheCatalog() {
    Providers providers = Providers.of(new Acme("sly", "sly::", "acme::Queue"), acme);

    assertThat(providers.catalog().types()).containsExactly("acme::Queue", "acme::Topic");
    assertThat(providers.owning("acme::Queue")).containsSame(acme);
  }

  @Test
  void aMistypedTypeIsAnsweredWithTheOneThatWasMeant() {
    Checked<ResourceSchema> schema = Providers.of(acme, other).schema("acme::Queu");

    assertThat(only(schema).code()).isEqualTo("connector.unknown-type");
    assertThat(only(schema).detail())
        .isEqualTo("The provider \"acme\" has no type \"acme::Queu\"; did you mean acme::Queue?");
  }

  @Test
  void aMistypedNamespaceIsAnsweredWithTheTypeThatWasMeant() {
    Checked<ResourceSchema> schema = Providers.of(acme, other).schema("amce::Queue");

    assertThat(only(schema).code()).isEqualTo("connector.no-provider");
    assertThat(only(schema).detail())
        .isEqualTo(
            "No provider owns the type \"amce::Queue\"; did you mean acme::Queue?"
                + " Known types start with acme::, other::.");
  }

  @Test
  void withoutAnyProviderTheAnswerIsToRegisterOne() {
    assertThat(only(Providers.of().schema("acme::Queue")).detail())
        .isEqualTo(
            "No provider owns the type \"acme::Queue\"."
                + " There is no provider at all: register one.");
  }

  @Test
  void twoProvidersOfOneNameAreRefusedBothWithTheirJars() {
    Providers providers = Providers.of(acme, new Acme("acme", "third::"), other);

    assertThat(providers.all()).containsExactly(other);
    assertThat(only(providers).code()).isEqualTo("connector.duplicate-provider");
    assertThat(only(providers).detail())
        .startsWith("The name \"acme\" is claimed by " + Acme.class.getName() + " in /")
        .contains(" (registered by hand) and " + Acme.class.getName() + " in /")
        .endsWith(". Remove one of them.");
  }

  @Test
  void twoProvidersThatClaimOneNamespaceAreRefusedBoth() {
    Providers providers = Providers.of(acme, new Acme("sub", "acme::net::"), other);

    assertThat(providers.all()).containsExactly(other);
    assertThat(only(providers).code()).isEqualTo("connector.overlapping-namespaces");
    assertThat(only(providers).detail())
        .startsWith("Types whose names start with acme:: and acme::net:: are claimed by ");
  }

  @Test
  void aTypeThatTwoProvidersClaimSaysSo() {
    Providers providers = Providers.of(acme, new Acme("twin", "acme::"));

    assertThat(only(providers.schema("acme::Queue")).code())
        .isEqualTo("connector.overlapping-namespaces");
    assertThat(providers.catalog().schema("acme::Queue")).isEmpty();
  }

  @Test
  void aProviderThatClaimsEverythingIsBroken() {
    Providers providers = Providers.of(new Acme("greedy", ""), acme);

    assertThat(only(providers).code()).isEqualTo("connector.broken-provider");
    assertThat(providers.all()).containsExactly(acme);
  }

  @Test
  void aNameThatABlueprintCannotWriteIsBroken() {
    assertThat(only(Providers.of(new Acme("my cloud", "my::"))).detail())
        .contains("has the name \"my cloud\", which a blueprint cannot write");
  }

  @Test
  void aSchemaThatCannotBeReadNamesItsProvider() {
    Provider broken =
        new Acme("broken", "broken::") {
          @Override
          public Catalog catalog() {
            return Catalog.lazy(
                TreeSet::new,
                type -> {
                  throw new IllegalStateException("password=hunter2");
                });
          }
        };

    Diagnostic problem = only(Providers.of(broken).schema("broken::Thing"));

    assertThat(problem.code()).isEqualTo("connector.broken-schema");
    assertThat(problem.detail())
        .contains("cannot give the schema of \"broken::Thing\"")
        .contains("java.lang.IllegalStateException")
        .doesNotContain("hunter2");
    assertThat(Providers.of(broken).catalog().schema("broken::Thing")).isEmpty();
  }

  private static Diagnostic only(Providers providers) {
    assertThat(providers.diagnostics()).hasSize(1);
    return providers.diagnostics().get(0);
  }

  private static Diagnostic only(Checked<?> checked) {
    assertThat(checked.diagnostics()).hasSize(1);
    return checked.diagnostics().get(0);
  }
}
