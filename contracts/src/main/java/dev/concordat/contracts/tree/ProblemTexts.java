package dev.concordat.contracts.tree;

import dev.concordat.model.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The problems of a workspace as people see them: each file is read once, however many problems it has. Not thread-safe.
public final class ProblemTexts {
  private final Path root;
  private final Map<String, Optional<Source>> sources = new HashMap<>();

  /// @param root the workspace, which file names are relative to
  public ProblemTexts(Path root) {
    this.root = root;
  }

  /// With the line taken from the file, if it can be read.
  public String of(Problem problem) {
    return sources
        .computeIfAbsent(problem.place().file(), this::source)
        .map(source -> ProblemText.of(problem, source))
        .orElseGet(() -> ProblemText.of(problem));
  }

  private Optional<Source> source(String name) {
    Path file = root.resolve(name);
    try {
      return Files.isRegularFile(file)
          ? Optional.of(new DocumentReader(root).source(file))
          : Optional.empty();
    } catch (IOException e) {
      // The place is said all the same; only the line is missing.
      return Optional.empty();
    }
  }
}
