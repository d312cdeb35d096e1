package dev.concordat.cli.standin;

import dev.concordat.standin.StandInSettings;
import java.nio.file.Path;
import java.util.List;

/// What the command line asks of stand-ins.
///
/// @param ports none for a free port for each contract; one for all contracts together; or one for each; 0 is a free one
public record StandInRequest(
    List<Path> files,
    List<Integer> ports,
    StandInSettings settings,
    boolean isVerifiedOnly,
    boolean isJson) {
  public StandInRequest {
    files = List.copyOf(files);
    ports = List.copyOf(ports);
  }

  /// Whether all contracts share a port.
  boolean isTogether() {
    return ports.size() == 1;
  }
}
