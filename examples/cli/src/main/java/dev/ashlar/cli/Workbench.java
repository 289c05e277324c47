package dev.ashlar.cli;

import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Document;
import dev.ashlar.blueprint.Documents;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.governance.Access;
import dev.ashlar.governance.Principal;
import dev.ashlar.governance.Roles;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.plan.Plan;
import dev.ashlar.state.SecretSource;
import dev.ashlar.state.StateStore;
import dev.ashlar.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An engine over the state directory that the options name, and what the commands ask of it. */
final class Workbench implements AutoCloseable {
  private final Options options;
  private final Roles roles;
  private final Ashlar ashlar;

  private Workbench(Options options, Roles roles, Ashlar ashlar) {
    this.options = options;
    this.roles = roles;
    this.ashlar = ashlar;
  }

  static Workbench open(Options options) {
    Path directory = options.state();
    Roles roles = roles(directory);
    Ashlar.Builder builder =
        Ashlar.builder()
            .state(StateStore.directory(directory))
            .addProvider(MemoryCloud.builder().file(directory.resolve("memory.json")).build())
            .addSecretSource(SecretSource.variables(System.getenv()))
            .addSecretSource(SecretSource.files(Path.of(""), Workbench::onThreadOfItsOwn))
            .discoverProviders(Workbench.class.getClassLoader())
            .parallelism(options.parallelism())
            .onWaiting(new WaitingLines(options)::take);
    return new Workbench(
        options, roles, (roles.grants().isEmpty() ? builder : builder.access(roles)).build());
  }

  /** Who is what, and may what, where the state directory says it: no option leads past that. */
  private static Roles roles(Path directory) {
    Path file = directory.resolve("roles.yaml");
    return Files.exists(file) ? Roles.read(Source.file(file)).orThrow() : Access.roles();
  }

  Ashlar ashlar() {
    return ashlar;
  }

  /** The environment that a file declares, with the parameters of the command line. */
  Checked<Environment> environment(Path file) {
    return Documents.read(Source.file(file)).map(document -> withParameters(named(document)));
  }

  /** The same with the mistakes that are in it, to be checked for more. */
  Checked<Environment> draft(Path file) {
    return Documents.draft(Source.file(file)).map(document -> withParameters(named(document)));
  }

  /** A blueprint by itself runs under the name that the options say; an environment has its own. */
  private Environment named(Document document) {
    Environment read = document.environment();
    return document.kind() == Document.Kind.ENVIRONMENT
        ? read
        : options.environment().map(name -> Environment.of(name, read.blueprint())).orElse(read);
  }

  private Environment withParameters(Environment read) {
    Environment environment = read;
    for (Map.Entry<String, String> parameter : options.parameters().entrySet()) {
      environment = environment.parameterText(parameter.getKey(), parameter.getValue());
    }
    return environment;
  }

  private static void onThreadOfItsOwn(Runnable task) {
    Thread thread = new Thread(task, "ashlar-secrets");
    thread.setDaemon(true);
    thread.start();
  }

  Workspace open(Environment environment) {
    return ashlar.open(environment, user());
  }

  /** Who acts, in the roles that the state directory says. */
  Principal user() {
    return roles.principal(options.user());
  }

  /** The environment of a plan that was written: the plan brings all else that applying asks. */
  Workspace open(Plan plan, String user) {
    return ashlar.open(
        Environment.of(
                plan.environment().name(), Blueprint.named(plan.origin().blueprint()).build())
            .tenant(plan.environment().tenant())
            .stage(stage(plan)),
        roles.principal(user));
  }

  private static String stage(Plan plan) {
    return plan.context().inputs().env().get("stage") instanceof Value.TextValue stage
        ? stage.text()
        : "development";
  }

  /**
   * The environment that is meant where no file says it: the one of the options, or the only one
   * there is.
   */
  Optional<Environment.Id> chosen(List<Environment.Id> known) {
    if (options.environment().isPresent()) {
      String name = options.environment().get();
      return known.stream()
          .filter(id -> id.toString().equals(name) || id.name().equals(name))
          .findFirst();
    }
    return known.size() == 1 ? Optional.of(known.get(0)) : Optional.empty();
  }

  @Override
  public void close() {
    ashlar.close();
  }
}
