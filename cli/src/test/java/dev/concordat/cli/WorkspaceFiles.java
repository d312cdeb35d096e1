package dev.concordat.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The files of a workspace that a test writes.
record WorkspaceFiles(Path folder) {
  void write(String file, String content) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.resolveSibling("."));
      Files.writeString(path, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void replace(String file, String old, String replacement) {
    try {
      write(file, Files.readString(folder.resolve(file)).replace(old, replacement));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
