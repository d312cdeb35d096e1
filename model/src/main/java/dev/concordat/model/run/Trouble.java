package dev.concordat.model.run;

import java.util.List;

/// The environment, the data or Concordat itself failed. Never blamed on a team's contract.
///
/// @param subject the system, part or file
/// @param message what went wrong
/// @param fix what to do
/// @param logLines the last lines that the subject wrote
public record Trouble(
    Kind kind, String subject, String message, String fix, List<String> logLines) {
  /// Whose trouble it is.
  public enum Kind {
    INPUT,
    ENVIRONMENT,
    DATA,
    CONCORDAT
  }

  public Trouble {
    logLines = List.copyOf(logLines);
  }
}
