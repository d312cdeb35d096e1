package dev.concordat.standin.wiremock.response;

import dev.concordat.model.exchange.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The files below `__files` that stubs answer with, and those that clients sent. Nothing outside the folder is read or
/// written, also not by symbolic links. Thread-safe.
public final class StubFiles {
  /// Largest file that is answered with, in bytes.
  private static final int MAX_BYTES = 64 << 20;

  /// How many files clients may leave in memory.
  private static final int MAX_KEPT = 1_000;

  /// How many files are listed.
  private static final int MAX_LISTED = 10_000;

  private final Optional<Path> folder;
  private final Map<String, Bytes> kept = new ConcurrentHashMap<>();

  /// @param folder the `__files` folder; without one files live in memory only
  public StubFiles(Optional<Path> folder) {
    this.folder = folder.map(path -> path.toAbsolutePath().normalize());
  }

  /// The bytes of a file; nothing where there is none, or its name leads outside.
  public Optional<Bytes> read(String name) {
    Bytes inMemory = kept.get(plain(name));
    if (inMemory != null) {
      return Optional.of(inMemory);
    }
    return inside(name)
        .filter(Files::isRegularFile)
        .filter(this::isReallyInside)
        .flatMap(StubFiles::bytes);
  }

  private static String plain(String name) {
    return name.startsWith("/") ? name.substring(1) : name;
  }

  private Optional<Path> inside(String name) {
    try {
      return folder.flatMap(
          root -> {
            Path file = root.resolve(plain(name)).normalize();
            return file.startsWith(root) && !file.equals(root)
                ? Optional.of(file)
                : Optional.empty();
          });
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private boolean isReallyInside(Path file) {
    try {
      return file.toRealPath().startsWith(folder.orElseThrow().toRealPath());
    } catch (IOException e) {
      return false;
    }
  }

  private static Optional<Bytes> bytes(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(Bytes.of(in.readNBytes(MAX_BYTES)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// Names of all files, in their order.
  public List<String> names() {
    var names = new TreeSet<>(kept.keySet());
    if (folder.isPresent() && Files.isDirectory(folder.get())) {
      try (Stream<Path> files = Files.walk(folder.get())) {
        files
            .filter(Files::isRegularFile)
            .limit(MAX_LISTED)
            .map(file -> folder.get().relativize(file).toString().replace('\\', '/'))
            .forEach(names::add);
      } catch (IOException unreadable) {
        return List.copyOf(names);
      }
    }
    return List.copyOf(names);
  }

  /// Keeps a file, in the folder where there is one.
  ///
  /// @return why it was not kept
  public Optional<String> put(String name, Bytes bytes) {
    if (folder.isEmpty()) {
      if (kept.size() >= MAX_KEPT) {
        return Optional.of("there are " + MAX_KEPT + " files already");
      }
      kept.put(plain(name), bytes);
      return Optional.empty();
    }
    Optional<Path> file = inside(name);
    if (file.isEmpty()) {
      return Optional.of("'" + name + "' leads out of __files");
    }
    try {
      Path parent = Objects.requireNonNull(file.get().getParent());
      Files.createDirectories(parent);
      if (!isReallyInside(parent)) {
        return Optional.of("'" + name + "' leads out of __files");
      }
      Files.write(file.get(), bytes.toArray());
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("'" + name + "' cannot be written: " + e.getMessage());
    }
  }

  /// Whether there was such a file; now there is none.
  public boolean delete(String name) {
    if (kept.remove(plain(name)) != null) {
      return true;
    }
    try {
      Optional<Path> file = inside(name).filter(Files::isRegularFile).filter(this::isReallyInside);
      return file.isPresent() && Files.deleteIfExists(file.get());
    } catch (IOException e) {
      return false;
    }
  }
}
