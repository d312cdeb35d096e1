package dev.concordat.environment.setup.builds;

import dev.concordat.environment.setup.Build;
import dev.concordat.environment.setup.Launch;
import dev.concordat.environment.setup.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Maven modules that make a jar which can be started. Modules of one aggregator are built by one command.
final class MavenUnits {
  private final Workspace workspace;
  private final Map<Path, Pom> poms = new LinkedHashMap<>();

  private MavenUnits(Workspace workspace) {
    this.workspace = workspace;
  }

  static List<BuildUnit> find(Workspace workspace) {
    return new MavenUnits(workspace).find();
  }

  private record Startable(Pom pom, MavenProduct product, Path reactor) {}

  private List<BuildUnit> find() {
    for (Path file : workspace.named("pom.xml")) {
      Pom.read(workspace, file).ifPresent(pom -> poms.put(pom.folder(), pom));
    }
    List<Startable> startable = new ArrayList<>();
    for (Pom pom : poms.values()) {
      MavenProduct.of(pom)
          .ifPresent(product -> startable.add(new Startable(pom, product, reactor(pom))));
    }
    return startable.stream().map(one -> unit(one, startable)).toList();
  }

  /// The topmost aggregator whose modules lead to this one; the module itself where there is none.
  private Path reactor(Pom pom) {
    Path top = pom.folder();
    for (Path above = pom.folder().getParent();
        above != null && above.startsWith(workspace.root());
        above = above.getParent()) {
      if (poms.containsKey(above) && modules(above).contains(pom.folder())) {
        top = above;
      }
    }
    return top;
  }

  /// All modules below an aggregator.
  private List<Path> modules(Path aggregator) {
    var found = new ArrayList<Path>();
    collect(aggregator, found);
    return found;
  }

  private void collect(Path aggregator, List<Path> found) {
    Optional.ofNullable(poms.get(aggregator)).stream()
        .flatMap(pom -> pom.project().child("modules").stream())
        .flatMap(list -> list.children().stream())
        .map(module -> aggregator.resolve(module.text()).normalize())
        .filter(module -> !found.contains(module) && !module.equals(aggregator))
        .forEach(
            module -> {
              found.add(module);
              collect(module, found);
            });
  }

  private BuildUnit unit(Startable one, List<Startable> all) {
    Pom pom = one.pom();
    Path product = pom.folder().resolve(one.product().path());
    var build = new Build(one.reactor(), command(one, all), product, sources(one, all));
    Launch launch =
        new Launch(
            List.of("java", "-jar", one.product().path()), Optional.of(build), Optional.empty());
    return new BuildUnit(
        pom.folder(),
        pom.artifactId(),
        launch,
        one.product().sureness(),
        portVariable(pom),
        healthPath(pom),
        pom.place(workspace, one.product().evidence()));
  }

  private List<String> command(Startable one, List<Startable> all) {
    boolean hasWrapper = Files.isExecutable(one.reactor().resolve("mvnw"));
    var command = new ArrayList<>(List.of(hasWrapper ? "./mvnw" : "mvn", "-q", "-B"));
    command.add("-DskipTests");
    command.add("package");
    if (!one.reactor().equals(one.pom().folder())) {
      List<String> modules =
          all.stream()
              .filter(other -> other.reactor().equals(one.reactor()))
              .map(other -> slashed(one.reactor().relativize(other.pom().folder())))
              .filter(name -> !name.isEmpty())
              .toList();
      command.addAll(List.of("-pl", String.join(",", modules), "-am"));
    }
    return command;
  }

  /// The module's own sources, and those of the reactor's libraries, which may be in its product.
  private List<Path> sources(Startable one, List<Startable> all) {
    List<Path> products = all.stream().map(other -> other.pom().folder()).toList();
    Stream<Path> libraries =
        Stream.concat(Stream.of(one.reactor()), modules(one.reactor()).stream())
            .filter(folder -> !products.contains(folder));
    return Stream.concat(Stream.of(one.pom().folder()), libraries)
        .flatMap(folder -> Stream.of(folder.resolve("pom.xml"), folder.resolve("src/main")))
        .filter(Files::exists)
        .distinct()
        .toList();
  }

  private static Optional<String> portVariable(Pom pom) {
    if (pom.plugin("spring-boot-maven-plugin").isPresent()) {
      return Optional.of("SERVER_PORT");
    }
    return pom.plugin("quarkus-maven-plugin").map(plugin -> "QUARKUS_HTTP_PORT");
  }

  private static Optional<String> healthPath(Pom pom) {
    if (pom.dependsOn("spring-boot-starter-actuator")) {
      return Optional.of("/actuator/health");
    }
    return pom.dependsOn("quarkus-smallrye-health") ? Optional.of("/q/health") : Optional.empty();
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }
}
