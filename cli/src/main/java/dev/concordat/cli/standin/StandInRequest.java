package dev.concordat.cli.standin;

import dev.concordat.standin.StandInSettings;
import java.nio.file.Path;
import java.util.List;

/// What the command line asks of stand-ins.
///
/// @param verifications files with records of runs elsewhere
/// @param isVerifiedOnly whether contracts that no provider kept are refused
/// @param ports none for a free port for each contract; one for all OpenAPI contracts together; or one for each; 0 is a free one
public record StandInRequest(
    List<Path> files,
    List<Integer> ports,
    StandInSettings settings,
    MessageOptions messages,
    List<Path> verifications,
    boolean isVerifiedOnly,
    boolean isJson) {
  public StandInRequest {
    files = List.copyOf(files);
    ports = List.copyOf(ports);
    verifications = List.copyOf(verifications);
  }

  /// Whether all OpenAPI contracts share a port.
  boolean isTogether() {
    return ports.size() == 1;
  }
}
