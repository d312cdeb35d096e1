package dev.concordat.contracts.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Keeps references inside a folder, and those that a person allowed.
final class Fence {
  private static final int MAX_SUGGESTIONS = 3;

  private final Path root;
  private final ReferencePolicy policy;

  Fence(Path root, ReferencePolicy policy) {
    this.root = root.toAbsolutePath().normalize();
    this.policy = policy;
  }

  /// Where a name leads.
  sealed interface Answer {}

  record Inside(Path file) implements Answer {}

  record Outside() implements Answer {}

  record Absent(List<String> alike) implements Answer {}

  Answer check(String name) throws IOException {
    Path file = root.resolve(name).normalize();
    if (!file.startsWith(root) && !policy.allows(file)) {
      return new Outside();
    }
    if (!Files.exists(file)) {
      return new Absent(alike(file));
    }
    // A symbolic link may lead out although its name does not.
    Path real = file.toRealPath();
    return real.startsWith(root.toRealPath()) || policy.allowsReal(real)
        ? new Inside(file)
        : new Outside();
  }

  private List<String> alike(Path file) throws IOException {
    Path folder = file.getParent();
    Path wanted = file.getFileName();
    if (folder == null || wanted == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    String stem = stem(wanted.toString());
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(found -> found.getFileName().toString())
          .filter(found -> stem(found).equals(stem))
          .sorted()
          .limit(MAX_SUGGESTIONS)
          .toList();
    }
  }

  /// The name without case, plural and ending, so `Orders.yml` is found for `order.yaml`.
  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    String bare = (dot > 0 ? name.substring(0, dot) : name).toLowerCase(Locale.ROOT);
    return bare.endsWith("s") ? bare.substring(0, bare.length() - 1) : bare;
  }
}
