package dev.concordat.environment.running;

import dev.concordat.wire.standin.AnswerSource;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How an environment is started.
///
/// @param seed every random choice comes from it
/// @param variables more environment variables by system; they win over the setup's
/// @param standIns systems that are not started; their contracts speak for them
/// @param readyLimit how long a system may take to get ready
/// @param values what stand-ins answer where their contract has no example
public record StartOptions(
    long seed,
    Map<String, Map<String, String>> variables,
    Set<String> standIns,
    Duration readyLimit,
    AnswerSource values) {
  /// Enough for a large application on a busy machine.
  public static final Duration READY_LIMIT = Duration.ofSeconds(60);

  public StartOptions {
    variables = Map.copyOf(variables);
    standIns = Set.copyOf(standIns);
  }

  public StartOptions(long seed) {
    this(seed, Map.of(), Set.of(), READY_LIMIT, _ -> Optional.empty());
  }

  public StartOptions withVariables(Map<String, Map<String, String>> more) {
    return new StartOptions(seed, more, standIns, readyLimit, values);
  }

  public StartOptions withStandIns(Set<String> systems) {
    return new StartOptions(seed, variables, systems, readyLimit, values);
  }

  public StartOptions withReadyLimit(Duration limit) {
    return new StartOptions(seed, variables, standIns, limit, values);
  }

  public StartOptions withValues(AnswerSource source) {
    return new StartOptions(seed, variables, standIns, readyLimit, source);
  }
}
