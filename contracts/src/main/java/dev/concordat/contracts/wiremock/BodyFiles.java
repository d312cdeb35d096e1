package dev.concordat.contracts.wiremock;

import dev.concordat.model.exchange.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// The files below `__files` that stubs answer with. Nothing outside the workspace is read.
final class BodyFiles {
  /// Largest body that is read.
  private static final int MAX_BODY_BYTES = 64 * 1024 * 1024;

  private final Path root;

  BodyFiles(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /// The bytes of a body file: looked for in the `__files` beside the mappings' folder, and beside each folder above it.
  Optional<Bytes> read(String mappingFile, String name) throws IOException {
    Path folder = root.resolve(mappingFile).normalize().getParent();
    while (folder != null && folder.startsWith(root)) {
      Optional<Path> file = inside(folder.resolve("__files"), name);
      if (file.isPresent()) {
        return Optional.of(bytes(file.get()));
      }
      folder = folder.getParent();
    }
    return Optional.empty();
  }

  private static Optional<Path> inside(Path files, String name) throws IOException {
    try {
      Path file = files.resolve(name.startsWith("/") ? name.substring(1) : name).normalize();
      // A symbolic link may lead out although its name does not.
      boolean isInside =
          file.startsWith(files)
              && Files.isRegularFile(file)
              && file.toRealPath().startsWith(files.toRealPath());
      return isInside ? Optional.of(file) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Bytes bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Bytes.of(in.readNBytes(MAX_BODY_BYTES));
    }
  }
}
