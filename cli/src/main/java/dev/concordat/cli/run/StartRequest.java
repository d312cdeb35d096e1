package dev.concordat.cli.run;

import dev.concordat.environment.running.StartOptions;
import java.time.Duration;

/// What a person asks of an environment.
///
/// @param seed every random choice comes from it
/// @param readyLimit how long a system may take to get ready
public record StartRequest(long seed, Variables variables, Duration readyLimit) {
  /// The usual limit.
  public StartRequest(long seed, Variables variables) {
    this(seed, variables, StartOptions.READY_LIMIT);
  }

  StartRequest withVariables(Variables others) {
    return new StartRequest(seed, others, readyLimit);
  }
}
