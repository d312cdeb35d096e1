package dev.concordat.environment.setup;

import java.util.List;
import java.util.Optional;

/// How a system's process starts.
///
/// @param command run in the system's folder without a shell. The word `java` in first place means the JDK that runs
///     Concordat
/// @param requires an executable that must be on the PATH, such as `node`; where it is missing the system is replaced by
///     a stand-in
public record Launch(List<String> command, Optional<Build> build, Optional<String> requires) {
  public Launch {
    command = List.copyOf(command);
    if (command.isEmpty()) {
      throw new IllegalArgumentException("a system needs a command");
    }
  }
}
