package dev.concordat.environment.setup.builds;

import dev.concordat.environment.setup.Build;
import dev.concordat.environment.setup.Launch;
import dev.concordat.environment.setup.Sureness;
import dev.concordat.environment.setup.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Gradle projects that can be started. A build script is a program, so this reads only its common sentences and is never
/// certain.
final class GradleUnits {
  private static final Pattern STARTABLE =
      Pattern.compile(
          "org\\.springframework\\.boot|id\\s*\\(?\\s*['\"]application['\"]|^\\s*application\\s*$"
              + "|Main-Class|com\\.(?:github\\.johnrengelman|gradleup)\\.shadow",
          Pattern.MULTILINE);
  private static final Pattern VERSION =
      Pattern.compile("^\\s*version\\s*=?\\s*['\"]([^'\"]+)['\"]", Pattern.MULTILINE);
  private static final Pattern NAME =
      Pattern.compile("rootProject\\.name\\s*=\\s*['\"]([^'\"]+)['\"]");

  private GradleUnits() {}

  static List<BuildUnit> find(Workspace workspace) {
    return Stream.of("build.gradle", "build.gradle.kts")
        .flatMap(name -> workspace.named(name).stream())
        .flatMap(file -> unit(workspace, file).stream())
        .toList();
  }

  private static Optional<BuildUnit> unit(Workspace workspace, Path file) {
    String script = workspace.text(file).orElse("");
    Matcher startable = STARTABLE.matcher(script);
    if (!startable.find()) {
      return Optional.empty();
    }
    Path folder = Workspace.folderOf(file);
    Path top = top(workspace, folder);
    String name = name(workspace, folder, top);
    boolean isSpring = script.contains("org.springframework.boot");
    boolean isApplication = !isSpring && !script.contains("Main-Class") && !isShadow(script);
    Matcher version = VERSION.matcher(script);
    String suffix =
        (version.find() ? "-" + version.group(1) : "") + (isShadow(script) ? "-all" : "");
    String product =
        isApplication
            ? "build/install/" + name + "/bin/" + name
            : "build/libs/" + name + suffix + ".jar";
    String task = isApplication ? "installDist" : isShadow(script) ? "shadowJar" : "assemble";
    var build =
        new Build(
            top,
            List.of(gradle(top), "-q", taskPath(top, folder) + task),
            folder.resolve(product),
            List.of(file, folder.resolve("src/main")));
    List<String> command = isApplication ? List.of(product) : List.of("java", "-jar", product);
    int line = (int) script.substring(0, startable.start()).lines().count();
    return Optional.of(
        new BuildUnit(
            folder,
            name,
            new Launch(command, Optional.of(build), Optional.empty()),
            Sureness.LIKELY,
            isSpring ? Optional.of("SERVER_PORT") : Optional.empty(),
            script.contains("spring-boot-starter-actuator")
                ? Optional.of("/actuator/health")
                : Optional.empty(),
            workspace.place(file, Math.max(1, line))));
  }

  private static boolean isShadow(String script) {
    return script.contains(".shadow");
  }

  /// The nearest folder above with settings: where Gradle is to be run.
  private static Path top(Workspace workspace, Path folder) {
    Path at = folder;
    while (settings(at).isEmpty() && !at.equals(workspace.root())) {
      at = Workspace.folderOf(at);
    }
    return settings(at).isPresent() ? at : folder;
  }

  private static Optional<Path> settings(Path folder) {
    return Stream.of("settings.gradle", "settings.gradle.kts")
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static String name(Workspace workspace, Path folder, Path top) {
    if (folder.equals(top)) {
      Matcher name = NAME.matcher(settings(top).flatMap(workspace::text).orElse(""));
      if (name.find()) {
        return name.group(1);
      }
    }
    return folder.getFileName().toString();
  }

  private static String gradle(Path top) {
    return Files.isExecutable(top.resolve("gradlew")) ? "./gradlew" : "gradle";
  }

  private static String taskPath(Path top, Path folder) {
    String relative = top.relativize(folder).toString().replace('\\', ':').replace('/', ':');
    return relative.isEmpty() ? "" : ":" + relative + ":";
  }
}
