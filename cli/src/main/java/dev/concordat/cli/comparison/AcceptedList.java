package dev.concordat.cli.comparison;

import dev.concordat.compare.acceptance.Acceptances;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.DocumentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Finds the list of accepted differences: the file that was named, or `.concordat-ignore.yaml` beside the new contract or in
/// the nearest folder above it, up to the root of the workspace or repository.
final class AcceptedList {
  private final Path workingFolder;
  private final Optional<Path> named;

  AcceptedList(Path workingFolder, Optional<Path> named) {
    this.workingFolder = workingFolder;
    this.named = named;
  }

  /// Whether there is a list for a comparison whose right side this is.
  boolean isThere(Side right) {
    return file(right).isPresent();
  }

  private Optional<Path> file(Side right) {
    return named.map(workingFolder::resolve).or(() -> find(right));
  }

  /// The list for a comparison whose right side this is.
  Acceptances of(Side right, Collected collected) {
    Optional<Path> file = file(right);
    if (file.isEmpty()) {
      return Acceptances.NONE;
    }
    try {
      Document document = new DocumentReader(workingFolder).read(file.get());
      return Acceptances.read(document);
    } catch (IOException e) {
      collected.trouble(
          "--ignore",
          "the list of accepted differences cannot be read: " + file.get(),
          "name a file that is there and that you may read");
      return Acceptances.NONE;
    }
  }

  /// Of a revision the list that lies here counts: what is accepted is decided now, not then.
  private Optional<Path> find(Side right) {
    Path start = right.revision().isEmpty() ? right.base() : workingFolder;
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      Path file = folder.resolve(Acceptances.FILE);
      if (Files.isRegularFile(file)) {
        return Optional.of(file);
      }
      boolean isTop = Files.exists(folder.resolve(".git")) || folder.equals(right.root());
      if (isTop) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
