package dev.concordat.environment.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A process to start.
///
/// @param name names it in messages and its log file: `orders`
/// @param command run without a shell
/// @param variables its whole environment: nothing is inherited
/// @param stopSignal what asks it to end
public record ChildSpec(
    String name,
    List<String> command,
    Path folder,
    Map<String, String> variables,
    StopSignal stopSignal) {
  /// POSIX signals that end a process.
  public enum StopSignal {
    TERM,
    INT,
    QUIT,
    /// For a process whose data are thrown away.
    KILL
  }

  public ChildSpec {
    command = List.copyOf(command);
    variables = Map.copyOf(variables);
  }

  public ChildSpec(String name, List<String> command, Path folder, Map<String, String> variables) {
    this(name, command, folder, variables, StopSignal.TERM);
  }
}
