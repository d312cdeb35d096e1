package dev.concordat.environment.setup.builds;

import dev.concordat.environment.setup.Sureness;
import java.util.Optional;

/// The jar that starts a Maven module, and what says so.
///
/// @param path relative to the module
record MavenProduct(String path, XmlElement evidence, Sureness sureness) {
  /// Empty where nothing in the POM makes a jar that can be started.
  static Optional<MavenProduct> of(Pom pom) {
    if (!pom.packaging().equals("jar")) {
      return Optional.empty();
    }
    return springBoot(pom)
        .or(() -> quarkus(pom))
        .or(() -> shaded(pom))
        .or(() -> assembled(pom))
        .or(() -> jarWithMainClass(pom));
  }

  private static Optional<MavenProduct> springBoot(Pom pom) {
    return pom.plugin("spring-boot-maven-plugin")
        .map(plugin -> certain(jar(pom, classifier(plugin)), plugin));
  }

  private static Optional<MavenProduct> quarkus(Pom pom) {
    return pom.plugin("quarkus-maven-plugin")
        .map(plugin -> certain("target/quarkus-app/quarkus-run.jar", plugin));
  }

  private static Optional<MavenProduct> shaded(Pom pom) {
    return pom.plugin("maven-shade-plugin")
        .filter(plugin -> plugin.all("mainClass").findAny().isPresent())
        .map(
            plugin -> {
              Optional<String> name = plugin.all("finalName").findFirst().map(XmlElement::text);
              boolean isAttached =
                  plugin.all("shadedArtifactAttached").anyMatch(e -> e.text().equals("true"));
              String suffix =
                  isAttached
                      ? plugin
                          .all("shadedClassifierName")
                          .findFirst()
                          .map(e -> "-" + e.text())
                          .orElse("-shaded")
                      : "";
              return name.map(given -> certain("target/" + pom.interpolate(given) + ".jar", plugin))
                  .orElseGet(() -> certain(jar(pom, suffix), plugin));
            });
  }

  private static Optional<MavenProduct> assembled(Pom pom) {
    return pom.plugin("maven-assembly-plugin")
        .filter(plugin -> plugin.all("mainClass").findAny().isPresent())
        .map(
            plugin -> {
              boolean hasId =
                  plugin.all("appendAssemblyId").noneMatch(e -> e.text().equals("false"));
              String id =
                  plugin
                      .all("descriptorRef")
                      .findFirst()
                      .map(XmlElement::text)
                      .orElse("jar-with-dependencies");
              return certain(jar(pom, hasId ? "-" + id : ""), plugin);
            });
  }

  private static Optional<MavenProduct> jarWithMainClass(Pom pom) {
    return pom.plugin("maven-jar-plugin")
        .flatMap(plugin -> plugin.all("mainClass").findFirst())
        .map(mainClass -> certain(jar(pom, ""), mainClass));
  }

  private static String classifier(XmlElement plugin) {
    return plugin.all("classifier").findFirst().map(e -> "-" + e.text()).orElse("");
  }

  private static String jar(Pom pom, String suffix) {
    return "target/" + pom.finalName() + suffix + ".jar";
  }

  private static MavenProduct certain(String path, XmlElement evidence) {
    return new MavenProduct(path, evidence, Sureness.CERTAIN);
  }
}
