package dev.concordat.environment.setup;

import java.nio.file.Path;
import java.util.List;

/// How a system's product is made. Systems of one aggregator share folder and command: it runs once for all of them.
///
/// @param folder where the command runs
/// @param product the file that must exist afterwards
/// @param sources files and folders; a product newer than all of them need not be built again
public record Build(Path folder, List<String> command, Path product, List<Path> sources) {
  public Build {
    command = List.copyOf(command);
    sources = List.copyOf(sources);
  }
}
