package dev.concordat.environment.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A copy of the example shop without what tools made in it.
final class ShopCopy {
  static final Path SHOP = Path.of(System.getProperty("concordat.root"), "examples", "shop");

  private ShopCopy() {}

  static void to(Path folder) {
    try (Stream<Path> files = Files.walk(SHOP)) {
      files
          .filter(file -> !SHOP.relativize(file).toString().contains("target"))
          .filter(file -> !file.endsWith("concordat.yaml"))
          .forEach(file -> copy(file, folder.resolve(SHOP.relativize(file).toString())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) {
    try {
      if (Files.isDirectory(from)) {
        Files.createDirectories(to);
      } else {
        Files.copy(from, to);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
