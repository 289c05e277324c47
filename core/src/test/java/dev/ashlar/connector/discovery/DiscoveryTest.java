package dev.ashlar.connector.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.connector.Provider;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.memory.MemoryCloud;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Providers that jars list: a broken one is named, and the others work. */
class DiscoveryTest {
  private static final String SERVICES = "META-INF/services/dev.ashlar.connector.Provider";
  private static final String HERE = "dev.ashlar.connector.discovery.Listed$";

  @TempDir Path jar;

  @Test
  void aListedProviderIsFound() throws IOException {
    Providers providers = discovering(HERE + "Working");

    assertThat(providers.diagnostics()).isEmpty();
    assertThat(providers.named("working")).containsInstanceOf(Listed.Working.class);
  }

  @Test
  void theCloudInMemoryIsListedByCoreItself() throws IOException {
    assertThat(discovering().named("memory")).containsInstanceOf(MemoryCloud.class);
  }

  @Test
  void nothingIsFoundWhereNobodyLooks() {
    assertThat(Providers.builder().build().all()).isEmpty();
  }

  @Test
  void aClassThatIsNotThereIsNamedWithItsJarAndKeepsNobodyElseAway() throws IOException {
    Providers providers = discovering("com.acme.Gone", HERE + "Working");

    assertThat(only(providers).code()).isEqualTo("connector.broken-provider");
    assertThat(only(providers).detail())
        .isEqualTo(jar + "/ lists the provider com.acme.Gone, a class that is not there.");
    assertThat(providers.named("working")).isPresent();
  }

  @Test
  void aClassThatIsNoProviderIsNamed() throws IOException {
    Providers providers = discovering(HERE.replace("$", ""), HERE + "Working");

    assertThat(only(providers).detail())
        .contains(
            "lists the provider dev.ashlar.connector.discovery.Listed, which does not implement");
    assertThat(providers.named("working")).isPresent();
  }

  @Test
  void aConstructorThatThrowsIsNamedAndItsMessageIsNotShown() throws IOException {
    Providers providers = discovering(HERE + "Throwing", HERE + "Working");

    assertThat(only(providers).detail())
        .contains(HERE + "Throwing in ")
        .endsWith("cannot be made: its constructor threw java.lang.IllegalStateException.")
        .doesNotContain("hunter2");
    assertThat(providers.named("working")).isPresent();
  }

  @Test
  void aProviderThatDoesNotDescribeItselfIsNamed() throws IOException {
    Providers providers = discovering(HERE + "Silent", HERE + "Nameless", HERE + "Working");

    assertThat(providers.diagnostics())
        .extracting(Diagnostic::detail)
        .satisfiesExactly(
            one -> assertThat(one).contains("descriptor() threw java.lang.Unsupported"),
            two -> assertThat(two).contains("descriptor() gave null"));
    assertThat(providers.named("working")).isPresent();
  }

  @Test
  void aFileThatIsNoListIsNamed() throws IOException {
    Providers providers = discovering("this is no class name");

    assertThat(only(providers).detail()).startsWith(jar.toString());
    assertThat(providers.named("memory")).isPresent();
  }

  @Test
  void oneRegisteredByHandTakesThePlaceOfTheOneFoundOfItsClass() throws IOException {
    MemoryCloud mine = MemoryCloud.create();
    try (URLClassLoader loader = loader()) {
      Providers providers = Providers.builder().add(mine).discover(loader).build();

      assertThat(providers.diagnostics()).isEmpty();
      assertThat(providers.named("memory")).containsSame(mine);
    }
  }

  @Test
  void aJarThatTwoLoadersSeeIsOneProvider() throws IOException {
    list(HERE + "Working");
    try (URLClassLoader one = loader();
        URLClassLoader two = loader()) {
      Providers providers = Providers.builder().discover(one).discover(two).build();

      assertThat(providers.diagnostics()).isEmpty();
      assertThat(providers.named("working")).isPresent();
    }
  }

  @Test
  void aModuleLayerIsSearchedToo() {
    Providers providers = Providers.builder().discover(ModuleLayer.boot()).build();

    assertThat(providers.diagnostics()).isEmpty();
  }

  private Providers discovering(String... classes) throws IOException {
    list(classes);
    try (URLClassLoader loader = loader()) {
      return Providers.builder().discover(loader).build();
    }
  }

  private void list(String... classes) throws IOException {
    Path services = jar.resolve(SERVICES);
    Files.createDirectories(services.getParent());
    Files.write(services, List.of(classes));
  }

  private URLClassLoader loader() throws IOException {
    return new URLClassLoader(new URL[] {jar.toUri().toURL()}, Provider.class.getClassLoader());
  }

  private static Diagnostic only(Providers providers) {
    assertThat(providers.diagnostics()).hasSize(1);
    return providers.diagnostics().get(0);
  }
}
