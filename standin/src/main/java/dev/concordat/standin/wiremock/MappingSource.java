package dev.concordat.standin.wiremock;

import dev.concordat.model.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where a server's mappings come from.
///
/// @param files files with mappings, in the order in which they are added
/// @param mappings the folder that stubs are saved to
/// @param bodies the folder with the files that stubs answer with
public record MappingSource(List<Path> files, Optional<Path> mappings, Optional<Path> bodies) {
  /// No file: all stubs come from clients.
  public static final MappingSource NONE =
      new MappingSource(List.of(), Optional.empty(), Optional.empty());

  public MappingSource {
    files = List.copyOf(files);
  }

  /// What was read.
  ///
  /// @param problems why something cannot be served; then nothing is
  public record Loaded(MappingServer server, List<Problem> problems) {
    public Loaded {
      problems = List.copyOf(problems);
    }
  }
}
