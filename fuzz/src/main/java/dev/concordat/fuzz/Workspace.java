package dev.concordat.fuzz;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.reader.ContractReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A folder of its own for the files that are read.
record Workspace(Path root) {
  static Workspace empty() {
    try {
      Path root = Files.createTempDirectory("concordat-fuzz");
      root.toFile().deleteOnExit();
      return new Workspace(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path write(String name, byte[] bytes) {
    try {
      return Files.write(root.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The contents of a folder's files.
  static List<byte[]> filesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      var contents = new ArrayList<byte[]>();
      for (Path file : files.sorted().toList()) {
        contents.add(Files.readAllBytes(file));
      }
      return contents;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A contract that stands beside this class on the class path.
  static Contract contract(String name) {
    Workspace workspace = empty();
    Path file = workspace.write(name, resource(name));
    Contract contract = new ContractReader(workspace.root()).read(file);
    if (!contract.problems().isEmpty()) {
      throw new IllegalStateException(name + ": " + contract.problems());
    }
    return contract;
  }

  static byte[] resource(String name) {
    try (InputStream in = Workspace.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
