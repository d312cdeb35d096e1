package dev.concordat.environment.setup.reader;

import dev.concordat.environment.setup.Build;
import dev.concordat.environment.setup.Launch;
import dev.concordat.environment.setup.config.ConfigSystem;
import dev.concordat.environment.setup.config.ConfigSystem.ConfigBuild;
import dev.concordat.environment.setup.detect.Draft;
import dev.concordat.environment.setup.workspace.Workspace;
import dev.concordat.model.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How a system starts: what is written, before what was detected.
record LaunchOverlay(Workspace workspace) {

  Optional<Launch> apply(Draft draft, ConfigSystem config) {
    Optional<List<String>> command = config.run().or(() -> draft.launch().map(Launch::command));
    return command.map(
        words ->
            new Launch(
                words,
                config
                    .build()
                    .map(build -> build(draft, build, words))
                    .orElseGet(() -> draft.launch().flatMap(Launch::build)),
                requires(draft, config)));
  }

  private static Optional<String> requires(Draft draft, ConfigSystem config) {
    if (config.requires().isPresent()) {
      return config.requires();
    }
    if (config.run().isEmpty()) {
      return draft.launch().flatMap(Launch::requires);
    }
    // A program in the folder is there or will be built; any other must be on the PATH.
    return config
        .run()
        .map(List::getFirst)
        .filter(word -> !word.contains("/") && !word.equals("java"));
  }

  private Optional<Build> build(Draft draft, ConfigBuild written, List<String> command) {
    Optional<Build> detected = draft.launch().flatMap(Launch::build);
    Optional<Path> product =
        written
            .product()
            .or(() -> jarOf(command))
            .map(path -> draft.folder().resolve(path).normalize())
            .or(() -> detected.map(Build::product));
    if (product.isEmpty()) {
      workspace
          .notes()
          .problem(
              Problem.error(
                  "config/missing-key",
                  written.place(),
                  "nobody says which file the build of `" + draft.name() + "` makes",
                  "write `build: {run: …, product: FILE}`"));
      return Optional.empty();
    }
    Path folder =
        written
            .folder()
            .map(path -> draft.folder().resolve(path).normalize())
            .or(() -> detected.map(Build::folder))
            .orElse(draft.folder());
    List<Path> sources =
        written
            .sources()
            .map(paths -> new Paths(workspace).existing(draft, paths))
            .or(() -> detected.map(Build::sources))
            .orElseGet(() -> usualSources(draft));
    return Optional.of(new Build(folder, written.run(), product.get(), sources));
  }

  private static Optional<String> jarOf(List<String> command) {
    int jar = command.indexOf("-jar");
    return jar >= 0 && jar + 1 < command.size()
        ? Optional.of(command.get(jar + 1))
        : Optional.empty();
  }

  private static List<Path> usualSources(Draft draft) {
    return Stream.of(draft.folder().resolve("src"), draft.folder())
        .filter(Files::isDirectory)
        .limit(1)
        .toList();
  }
}
