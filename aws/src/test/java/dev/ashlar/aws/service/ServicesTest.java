package dev.ashlar.aws.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.aws.AwsProvider;
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.ResourceSchema;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A service's own API is used where its jar is there, and not before one of its types is. */
class ServicesTest {
  private static final String SQS = "software/amazon/awssdk/services/sqs/";

  /** Sees all but a package of the SDK; or sees it, and remembers what was loaded of it. */
  private static final class Watching extends ClassLoader {
    final TreeSet<String> loaded = new TreeSet<>();
    private final boolean hides;

    Watching(boolean hides) {
      super(ServicesTest.class.getClassLoader());
      this.hides = hides;
    }

    @Override
    public @Nullable URL getResource(String name) {
      return hides && name.startsWith(SQS) ? null : super.getResource(name);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      String path = name.replace('.', '/') + ".class";
      if (!name.startsWith("dev.ashlar.aws.") && !path.startsWith(SQS)) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        return known == null ? define(name, path) : known;
      }
    }

    private Class<?> define(String name, String path) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(path)) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        loaded.add(path);
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  @Test
  void whereTheJarIsMissingTheTypeGoesThroughCloudControl() {
    assertThat(Services.present(new Watching(true)).type("AWS::SQS::Queue")).isEmpty();
    assertThat(Services.present(new Watching(false)).type("AWS::SQS::Queue")).isPresent();
  }

  @Test
  void noClassOfAServiceIsLoadedBeforeATypeOfItIsUsed() throws ReflectiveOperationException {
    Watching watching = new Watching(false);
    Class<?> provider = watching.loadClass(AwsProvider.class.getName());
    Object made = provider.getConstructor().newInstance();
    Object catalogue = provider.getMethod("catalog").invoke(made);
    Object schema =
        catalogue.getClass().getMethod("schema", String.class).invoke(catalogue, "AWS::SQS::Queue");
    assertThat(schema.toString()).contains("AWS::SQS::Queue");
    assertThat(watching.loaded).anyMatch(path -> path.contains("service/sqs/Sqs"));
    assertThat(watching.loaded).noneMatch(path -> path.startsWith(SQS));
  }

  @Test
  void aTunedTypeSaysWhatItsOwnApiTakes() {
    ResourceSchema schema = new AwsProvider().catalog().schema("AWS::SQS::Queue").orElseThrow();
    assertThat(schema.permissions(Operation.CREATE)).contains("sqs:CreateQueue");
    assertThat(schema.idempotencyHorizon()).isEmpty();
  }

  @Test
  void everyTunedTypeIsInTheCatalogueAndNamesItsPermissions() {
    AwsProvider provider = new AwsProvider();
    List<String> types = Services.present(ServicesTest.class.getClassLoader()).types();
    assertThat(types).isNotEmpty();
    for (String type : types) {
      ResourceSchema schema = provider.catalog().schema(type).orElseThrow();
      for (Operation operation : schema.operations()) {
        assertThat(schema.permissions(operation)).as(type + " " + operation).isNotEmpty();
        assertThat(schema.permissions(operation))
            .as(type)
            .noneMatch(permission -> permission.startsWith("cloudformation:"));
      }
    }
  }
}
