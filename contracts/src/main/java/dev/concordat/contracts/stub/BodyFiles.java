package dev.concordat.contracts.stub;

import dev.concordat.model.exchange.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// The files that stubs answer with. Nothing outside the workspace is read.
public final class BodyFiles {
  /// Largest body that is read.
  private static final int MAX_BODY_BYTES = 64 * 1024 * 1024;

  private final Path root;

  /// @param root the workspace
  public BodyFiles(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /// The bytes of a body file: looked for beside the stubs, in WireMock's `__files` beside their folder, and the same for
  /// each folder above.
  public Optional<Bytes> read(String stubFile, String name) throws IOException {
    Path folder = root.resolve(stubFile).normalize().getParent();
    while (folder != null && folder.startsWith(root)) {
      Optional<Path> file = inside(folder.resolve("__files"), name);
      if (file.isEmpty()) {
        file = inside(folder, name);
      }
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
