package dev.concordat.environment.part;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.model.run.Trouble;
import java.util.List;
import java.util.Locale;

/// Whether a child died because somebody else came first to its port.
public final class PortTaken {
  /// How servers of many languages say EADDRINUSE.
  private static final List<String> SAYINGS =
      List.of(
          "address already in use",
          "eaddrinuse",
          "port is already in use",
          "port already in use",
          "was already in use");

  private PortTaken() {}

  public static boolean isCauseOf(EnvironmentFailure failure) {
    return failure.troubles().stream()
        .map(Trouble::logLines)
        .flatMap(List::stream)
        .map(line -> line.toLowerCase(Locale.ROOT))
        .anyMatch(line -> SAYINGS.stream().anyMatch(line::contains));
  }
}
